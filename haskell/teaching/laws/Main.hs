-- | The laws that this folder's solutions state.
module Main (main) where

import qualified Laws.BlockTable as BlockTable
import qualified Laws.ConvolutionRedux as ConvolutionRedux
import qualified Laws.DecimalConvolution as DecimalConvolution
import qualified Laws.DiscreteChannels as DiscreteChannels
import qualified Laws.Exact as Exact
import qualified Laws.FilmStrips as FilmStrips
import qualified Laws.Frechet1 as Frechet1
import qualified Laws.Frechet2 as Frechet2
import qualified Laws.Frechet3 as Frechet3
import qualified Laws.Frechet4 as Frechet4
import qualified Laws.GaussianOde as GaussianOde
import qualified Laws.GeneticCode as GeneticCode
import qualified Laws.Hello as Hello
import qualified Laws.InTheWild as InTheWild
import qualified Laws.LinearGenerativeModels as LinearGenerativeModels
import qualified Laws.LogLinearGaussian as LogLinearGaussian
import qualified Laws.MatrixLength as MatrixLength
import qualified Laws.NeurotransmitterRelease as NeurotransmitterRelease
import qualified Laws.Pushforward as Pushforward
import qualified Laws.Quantised130b as Quantised130b
import qualified Laws.RealRoots as RealRoots
import qualified Laws.SmallNetwork as SmallNetwork
import qualified Laws.SparseCoding as SparseCoding
import qualified Laws.SquareRoots as SquareRoots
import qualified Laws.SurpriseGame as SurpriseGame
import qualified Laws.TrainingStep as TrainingStep
import qualified Laws.WhichTest as WhichTest
import Test.Tasty (defaultMain, testGroup)

main :: IO ()
main =
  defaultMain . testGroup "teaching" $
    [ BlockTable.laws,
      ConvolutionRedux.laws,
      DecimalConvolution.laws,
      DiscreteChannels.laws,
      Exact.laws,
      FilmStrips.laws,
      Frechet1.laws,
      Frechet2.laws,
      Frechet3.laws,
      Frechet4.laws,
      GaussianOde.laws,
      GeneticCode.laws,
      Hello.laws,
      InTheWild.laws,
      LinearGenerativeModels.laws,
      LogLinearGaussian.laws,
      MatrixLength.laws,
      NeurotransmitterRelease.laws,
      Pushforward.laws,
      Quantised130b.laws,
      RealRoots.laws,
      SmallNetwork.laws,
      SparseCoding.laws,
      SquareRoots.laws,
      SurpriseGame.laws,
      TrainingStep.laws,
      WhichTest.laws
    ]
