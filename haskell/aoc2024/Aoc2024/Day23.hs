-- | LAN Party: a group that cannot grow is its own set of common neighbours.
--
-- Let each computer be a neighbour of itself. What all of a set have in common is another set, and these two face each other in a Galois
-- connection: @s@ is within @common t@ if and only if @t@ is within @common s@. A group is within its common neighbours, and is equal to
-- them where it cannot grow. Whoever is among the common neighbours of a whole set belongs to each largest group in it, without a choice.
module Aoc2024.Day23 (parse, part1, part2, Around (..), around, networkOf, common, largest) where

import Control.Monad (guard)
import Data.Bits
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower)
import Data.List (foldl')
import Data.Tuple (swap)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import Threefold.Bits (ones)
import Threefold.Contract
import Threefold.Reading

-- | For each name a row of bits, one for each of its neighbours.
type Network = U.Vector Word64

-- | Some neighbours of a computer in alphabetical order, and who of them are each one's neighbours, itself among them, as bits.
data Around = Around {members :: !(U.Vector Int), near :: U.Vector Word64}
  deriving stock (Show)

parse :: Text -> Either InvalidInput Network
parse = whole (makingBlock wrong fitting (valid (different <$> name <* tag "-" <*> name)))
  where
    wrong = "expected a new link of two computers as ca-mo, neither with more than 16 neighbours"
    name = (\one other -> 26 * place one + place other) <$> char isAsciiLower <*> char isAsciiLower
    place letter = fromEnum letter - fromEnum 'a'
    {-# INLINE name #-}
    different one other = (one, other) <$ guard (one /= other)

rowLength, names :: Int
rowLength = 11
names = 26 * 26

networkOf :: U.Vector (Int, Int) -> Network
networkOf links = U.accumulate (.|.) (U.replicate (names * rowLength) 0) (U.map entry (links <> U.map swap links))
  where
    entry (one, other) = (rowLength * one + other `shiftR` 6, bit (other .&. 63))

-- | The network, if each link is new and no computer has more than 16 neighbours. A link that is there twice has its bits once.
fitting :: U.Vector (Int, Int) -> Maybe Network
fitting links = network <$ guard (U.sum degrees == 2 * U.length links && U.maximum degrees <= 16)
  where
    network = networkOf links
    degrees = U.generate names (U.sum . U.map popCount . row network)

row :: Network -> Int -> U.Vector Word64
row network name = U.slice (rowLength * name) rowLength network

-- | Those neighbours of a computer that pass a test.
around :: Network -> (Int -> Bool) -> Int -> Around
around network passes name = Around found (U.map (\one -> U.ifoldl' (set one) 0 found) found)
  where
    found = U.filter passes (U.unfoldrN 16 next (0, network U.! (rowLength * name)))
    next (!at, !bits)
      | bits /= 0 = Just (64 * at + countTrailingZeros bits, (at, bits .&. (bits - 1)))
      | at == rowLength - 1 = Nothing
      | otherwise = next (at + 1, network U.! (rowLength * name + at + 1))
    set one bits at other = if one == other || linked one other then setBit bits at else bits
    linked one other = testBit (network U.! (rowLength * one + other `shiftR` 6)) (other .&. 63)

everybody :: Around -> Word64
everybody here = bit (U.length (members here)) - 1

-- | Whom have all of these as a neighbour?
common :: Around -> Word64 -> Word64
common here = foldl' (\shared one -> shared .&. near here U.! one) (everybody here) . ones

-- | The largest group among these, and of several the first. Either the first one about whom there is a choice is in it, or not.
largest :: Around -> Word64 -> Word64
largest here among
  | chosen == 0 = among
  | popCount with >= popCount among - 1 = with
  | popCount with >= popCount without = with
  | otherwise = without
  where
    chosen = among .&. complement (common here among)
    one = countTrailingZeros chosen
    with = largest here (among .&. near here U.! one)
    without = largest here (clearBit among one)

-- | Each group is counted at the first of its computers with t.
part1 :: Network -> Int
part1 network = sum (map linksAt [t .. t + 25])
  where
    t = 26 * 19
    linksAt name = U.sum (U.map (subtract 1 . popCount) (near (around network (\other -> other < t || other > name) name))) `quot` 2

part2 :: Network -> Text
part2 network = B.intercalate (B.pack ",") (map written (foldl' better [] [0 .. names - 1]))
  where
    better best name
      | U.length (members here) < length best || popCount group < length best = best
      | U.null (members here) = best
      | otherwise = name : map (members here U.!) (ones group)
      where
        here = around network (> name) name
        group = largest here (everybody here)
    written name = let (high, low) = name `quotRem` 26 in B.pack [letter high, letter low]
    letter number = toEnum (fromEnum 'a' + number)
