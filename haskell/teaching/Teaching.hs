-- | Teaching examples.
module Teaching (puzzles) where

import qualified Teaching.BlockTable as BlockTable
import qualified Teaching.ConvolutionRedux as ConvolutionRedux
import qualified Teaching.CriticalPoints as CriticalPoints
import qualified Teaching.DecimalConvolution as DecimalConvolution
import qualified Teaching.DiscreteChannels as DiscreteChannels
import qualified Teaching.FilmStrips as FilmStrips
import qualified Teaching.Frechet1 as Frechet1
import qualified Teaching.Frechet2 as Frechet2
import qualified Teaching.Frechet3 as Frechet3
import qualified Teaching.Frechet4 as Frechet4
import qualified Teaching.GaussianOde as GaussianOde
import qualified Teaching.GeneticCode as GeneticCode
import qualified Teaching.Hello as Hello
import qualified Teaching.InTheWild as InTheWild
import qualified Teaching.IntegerProduct as IntegerProduct
import qualified Teaching.LinearGenerativeModels as LinearGenerativeModels
import qualified Teaching.LogLinearGaussian as LogLinearGaussian
import qualified Teaching.MatrixLength as MatrixLength
import qualified Teaching.NeurotransmitterRelease as NeurotransmitterRelease
import qualified Teaching.Pushforward as Pushforward
import qualified Teaching.Quantised130b as Quantised130b
import qualified Teaching.SmallNetwork as SmallNetwork
import qualified Teaching.SparseCoding as SparseCoding
import qualified Teaching.SquareRoots as SquareRoots
import qualified Teaching.SurpriseGame as SurpriseGame
import qualified Teaching.TrainingStep as TrainingStep
import qualified Teaching.WhichTest as WhichTest
import Threefold.Contract

-- | Every puzzle of this folder, by name; and below @peers/@ what puzzles are measured against.
puzzles :: Puzzles
puzzles =
  [ ("teaching/block-table", twoParts BlockTable.parse BlockTable.part1 BlockTable.part2),
    ("teaching/convolution-redux", twoParts ConvolutionRedux.parse ConvolutionRedux.part1 ConvolutionRedux.part2),
    ("teaching/critical-points", twoParts CriticalPoints.parse CriticalPoints.part1 CriticalPoints.part2),
    ("teaching/decimal-convolution", twoParts DecimalConvolution.parse DecimalConvolution.part1 DecimalConvolution.part2),
    ("teaching/discrete-channels", twoParts DiscreteChannels.parse DiscreteChannels.part1 DiscreteChannels.part2),
    ("teaching/film-strips", twoParts FilmStrips.parse FilmStrips.part1 FilmStrips.part2),
    ("teaching/frechet-1", twoParts Frechet1.parse Frechet1.part1 Frechet1.part2),
    ("teaching/frechet-2", twoParts Frechet2.parse Frechet2.part1 Frechet2.part2),
    ("teaching/frechet-3", twoParts Frechet3.parse Frechet3.part1 Frechet3.part2),
    ("teaching/frechet-4", twoParts Frechet4.parse Frechet4.part1 Frechet4.part2),
    ("teaching/gaussian-ode", twoParts GaussianOde.parse GaussianOde.part1 GaussianOde.part2),
    ("teaching/genetic-code", twoParts GeneticCode.parse GeneticCode.part1 GeneticCode.part2),
    ("teaching/hello", twoParts Hello.parse Hello.part1 Hello.part2),
    ("teaching/in-the-wild", twoParts InTheWild.parse InTheWild.part1 InTheWild.part2),
    ("teaching/linear-generative-models", twoParts LinearGenerativeModels.parse LinearGenerativeModels.part1 LinearGenerativeModels.part2),
    ("teaching/log-linear-gaussian", twoParts LogLinearGaussian.parse LogLinearGaussian.part1 LogLinearGaussian.part2),
    ("teaching/matrix-length", twoParts MatrixLength.parse MatrixLength.part1 MatrixLength.part2),
    ("teaching/neurotransmitter-release", twoParts NeurotransmitterRelease.parse NeurotransmitterRelease.part1 NeurotransmitterRelease.part2),
    ("teaching/pushforward", twoParts Pushforward.parse Pushforward.part1 Pushforward.part2),
    ("teaching/quantised-130b", twoParts Quantised130b.parse Quantised130b.part1 Quantised130b.part2),
    ("teaching/small-network", twoParts SmallNetwork.parse SmallNetwork.part1 SmallNetwork.part2),
    ("teaching/sparse-coding", twoParts SparseCoding.parse SparseCoding.part1 SparseCoding.part2),
    ("teaching/square-roots", twoParts SquareRoots.parse SquareRoots.part1 SquareRoots.part2),
    ("teaching/surprise-game", twoParts SurpriseGame.parse SurpriseGame.part1 SurpriseGame.part2),
    ("teaching/training-step", twoParts TrainingStep.parse TrainingStep.part1 TrainingStep.part2),
    ("teaching/which-test", twoParts WhichTest.parse WhichTest.part1 WhichTest.part2),
    ("peers/integer-product", onePart IntegerProduct.parse IntegerProduct.answer)
  ]

foreign export ccall threefold_teaching :: IO Loaded

threefold_teaching :: IO Loaded
threefold_teaching = load puzzles
