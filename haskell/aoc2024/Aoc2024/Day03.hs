-- | Mull It Over: a piece of memory is what it does to either state of the switch.
--
-- Whether multiplications are on where a piece begins need not be known: there are two cases, with a sum for each, and either the
-- piece leaves the switch as it was, or not. Pieces are put together as functions are, so they are a monoid.
module Aoc2024.Day03 (parse, part1, part2, Instruction (..), Piece (..), piece) where

import Control.Applicative (Alternative (..))
import Control.DeepSeq (NFData)
import Data.Maybe (catMaybes, fromMaybe)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Instruction = Product !Int | Switch !Bool
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

-- | The instructions of each line.
parse :: Text -> Either InvalidInput (V.Vector [Instruction])
parse = linesOf "expected a line of printable ASCII" (catMaybes <$> some item)
  where
    item = (Just <$> instruction <|> Nothing <$ char printable) <* folding rubbish ()
    rubbish () byte = if printable byte && byte /= 'm' && byte /= 'd' then Just () else Nothing
    instruction = Product <$> product' <|> Switch True <$ tag "do()" <|> Switch False <$ tag "don't()"
    product' = (*) <$ tag "mul(" <*> factor <* tag "," <*> factor <* tag ")"
    factor = valid (short <$> readSoFar <*> natural 999 <*> readSoFar)
    short from number to = if to - from < 4 then Just number else Nothing
    printable byte = byte >= ' ' && byte <= '~'

-- | The sum if multiplications are on at first, the sum if they are not, and how they are left, if that is said.
data Piece = Piece {ifOn, ifOff :: !Int, leaves :: !(Maybe Bool)}
  deriving stock (Eq, Show)

instance Semigroup Piece where
  a <> b = Piece (ifOn a + from True) (ifOff a + from False) (leaves b <|> leaves a)
    where
      from before = if fromMaybe before (leaves a) then ifOn b else ifOff b

instance Monoid Piece where
  mempty = Piece 0 0 Nothing

piece :: Instruction -> Piece
piece (Product number) = Piece number 0 Nothing
piece (Switch on) = Piece 0 0 (Just on)

-- | Without switches.
part1 :: V.Vector [Instruction] -> Int
part1 = ifOn . foldMap (foldMap alone)
  where
    alone (Product number) = piece (Product number)
    alone (Switch _) = mempty

part2 :: V.Vector [Instruction] -> Int
part2 = ifOn . foldMap (foldMap piece)
