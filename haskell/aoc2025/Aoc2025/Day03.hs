-- | Lobby: a bank is a product of binomials in a semiring of best choices.
--
-- A battery stays off or is switched on: that is the binomial 1 + d x. The product over a bank is
-- a polynomial with a coefficient for each number of batteries, if to add is to take the
-- larger number and to multiply is to write one after the other. The answer for twelve batteries
-- is the coefficient of x^12; higher powers are never looked at.
module Aoc2025.Day03 (parse, part1, part2, Banks, binomials) where

import Control.DeepSeq (NFData)
import Control.Monad (when)
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex, unsafeRead, unsafeWrite)

-- | The text, and how many batteries and banks there are.
data Banks = Banks !Text !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Banks
parse text = do
  (width, height) <- grid 20000 wrong (\byte -> byte >= 49 && byte <= 57) text
  if width >= 12 && width <= 100 then Right (Banks text width height) else Left (InvalidInput 1 wrong)
  where
    wrong = "expected as many digits from 1 to 9 as in the first line, 12 to 100"

part1 :: Banks -> Int
part1 = total 2

part2 :: Banks -> Int
part2 = total 12

-- | The coefficient of x to some power, of all banks.
total :: Int -> Banks -> Int
total power (Banks text width height) = sum [bank (row * (width + 1)) U.! power | row <- [0 .. height - 1]]
  where
    bank start = binomials power width (\place -> fromIntegral (byteAt text (start + place)) - 48)

-- | The coefficients of x^0, x^1 and so on; far below 0 where no number is written with so many digits.
type Polynomial = U.Vector Int

-- | The product of the binomials 1 + d x up to some power, of so many batteries: from the last one on, whose
-- factor comes first, and from the highest coefficient down, each of which needs the one below it as it was.
-- Where a coefficient stays as it is, those below it do: a digit too small to lead the longer number leads no shorter one.
-- So a digit less than the one that leads the highest coefficient changes nothing.
binomials :: Int -> Int -> (Int -> Int) -> Polynomial
binomials power count digit = U.create $ do
  product' <- M.replicate (power + 1) none
  M.write product' 0 0
  let times !k !d = when (k > 0) $ do
        now <- unsafeRead product' k -- unsafe: 0 < k <= power
        rest <- unsafeRead product' (k - 1) -- unsafe: 0 <= k - 1
        let new = d * unsafeIndex tens (k - 1) + rest -- unsafe: power < 18
        when (new > now) (unsafeWrite product' k new) -- unsafe: 0 < k <= power
        when (new > now || rest < 0) (times (k - 1) d)
      battery !lead d
        | d < lead = pure lead
        | otherwise = times power d >> (\highest -> if highest < 0 then 0 else d) <$> unsafeRead product' power -- unsafe: it is the last
  U.foldM'_ battery 0 (U.generate count (\at -> digit (count - 1 - at)))
  pure product'
{-# INLINE binomials #-}

-- | What no number is written with, even if digits are put before it.
none :: Int
none = minBound `quot` 2

tens :: U.Vector Int
tens = U.iterateN 18 (* 10) 1
