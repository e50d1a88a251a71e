-- | Scrambled Letters and Hash: an operation is an element of a group.
--
-- A bijection comes with its inverse, and bijections are a <https://en.wikipedia.org/wiki/Symmetric_group group> by being done one after
-- the other. So what reverses or moves letters is a product of transpositions, all lines are one product, and what part 2
-- asks for is its inverse.
module Aoc2016.Day21 (parse, part1, part2, Bijection (..), inverse, transposition, exchange, rotation, based, reversal, move, numbered, spelled) where

import Control.DeepSeq (NFData)
import Data.Bits (rotateL, shiftL, shiftR, xor, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Foldable (asum)
import qualified Data.Vector as V
import Data.Word (Word32)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Eight letters by number, four bits each, the first one lowest.
type Letters = Word32

-- | A map and its inverse.
data Bijection = Bijection (Letters -> Letters) (Letters -> Letters)
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | The first one, and then the other.
instance Semigroup Bijection where
  Bijection f f' <> Bijection g g' = Bijection (g . f) (f' . g')

instance Monoid Bijection where
  mempty = Bijection id id

inverse :: Bijection -> Bijection
inverse (Bijection f f') = Bijection f' f

parse :: Text -> Either InvalidInput Bijection
parse = fmap (mconcat . V.toList) . linesUpTo 10000 wrong operation
  where
    operation =
      asum
        [ transposition <$> (tag "swap position " *> place) <*> (tag " with position " *> place),
          exchange <$> (tag "swap letter " *> letter) <*> (tag " with letter " *> letter),
          inverse . rotation <$> (tag "rotate left " *> steps),
          rotation <$> (tag "rotate right " *> steps),
          based <$> (tag "rotate based on position of letter " *> letter),
          valid (ascending <$> (tag "reverse positions " *> place) <*> (tag " through " *> place)),
          move <$> (tag "move position " *> place) <*> (tag " to position " *> place)
        ]
    place = subtract (fromEnum '0') . fromEnum <$> char (\c -> '0' <= c && c <= '7')
    letter = fromIntegral . subtract (fromEnum 'a') . fromEnum <$> char (\c -> 'a' <= c && c <= 'h')
    steps = place >>= \number -> number <$ tag (if number == 1 then " step" else " steps")
    ascending x y = if x <= y then Just (reversal x y) else Nothing
    wrong = "expected one of the seven operations on letters a to h and positions 0 to 7, on at most 10000 lines"

part1 :: Bijection -> Text
part1 (Bijection scramble _) = spelled (scramble (numbered "abcdefgh"))

part2 :: Bijection -> Text
part2 operations = let Bijection unscramble _ = inverse operations in spelled (unscramble (numbered "fbgdceah"))

numbered :: Text -> Letters
numbered = B.foldr (\letter later -> later `shiftL` 4 + fromIntegral (fromEnum letter - fromEnum 'a')) 0

spelled :: Letters -> Text
spelled letters = B.pack [toEnum (fromEnum 'a' + fromIntegral (at place letters)) | place <- [0 .. 7]]

at :: Int -> Letters -> Word32
at place letters = letters `shiftR` (4 * place) .&. 15

-- | Where a letter is.
whereIs :: Word32 -> Letters -> Int
whereIs letter letters = length (takeWhile (\place -> at place letters /= letter) [0 .. 6])

-- | The letters at two places take each other's.
swapped :: Int -> Int -> Letters -> Letters
swapped x y letters = letters `xor` (both `shiftL` (4 * x)) `xor` (both `shiftL` (4 * y))
  where
    both = if x == y then 0 else at x letters `xor` at y letters

transposition :: Int -> Int -> Bijection
transposition x y = Bijection (swapped x y) (swapped x y)

-- | A transposition of letters, wherever they are.
exchange :: Word32 -> Word32 -> Bijection
exchange x y = Bijection swap swap
  where
    swap letters = swapped (whereIs x letters) (whereIs y letters) letters

-- | So many steps to the right.
rotation :: Int -> Bijection
rotation steps = Bijection (`rotateL` (4 * steps)) (`rotateL` (32 - 4 * steps))

-- | To the right by a letter's position. The inverse is found by trial; that there is one for eight letters is a law.
based :: Word32 -> Bijection
based letter = Bijection turned (\letters -> head [before | k <- [1 .. 8], let before = rotateL letters (4 * k), turned before == letters])
  where
    turned letters = let place = whereIs letter letters in rotateL letters (4 * (place + (if place >= 4 then 2 else 1)))

reversal :: Int -> Int -> Bijection
reversal x y = mconcat [transposition low high | (low, high) <- zip [x .. y] [y, y - 1 .. x], low < high]

-- | A letter goes from place to place by transpositions, and those it meets make room.
move :: Int -> Int -> Bijection
move x y
  | x <= y = mconcat [transposition place (place + 1) | place <- [x .. y - 1]]
  | otherwise = inverse (move y x)
