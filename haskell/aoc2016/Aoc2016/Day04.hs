-- | Security Through Obscurity: what a shift leaves as it is tells names apart.
--
-- Shifts are a cyclic group that acts on names. How far each letter is from the first, modulo 26, is invariant, and complete:
-- names that share it are shifts of each other. So no name is decrypted.
module Aoc2016.Day04 (parse, part1, part2, distances, shifted, real) where

import Control.DeepSeq (NFData)
import qualified Data.ByteString.Char8 as B
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | An encrypted name, a number and a checksum.
data Room = Room {name :: !Text, number :: !Int, checksum :: !Text}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput (V.Vector Room)
parse = linesOf wrong (Room <$> valid (named <$> word (\c -> isLetter c || c == '-')) <*> natural 999 <* tag "[" <*> valid (five <$> word isLetter) <* tag "]")
  where
    named written = B.stripSuffix "-" written >>= \dashed -> if any B.null (B.split '-' dashed) || B.null dashed then Nothing else Just dashed
    five letters = if B.length letters == 5 then Just letters else Nothing
    isLetter c = 'a' <= c && c <= 'z'
    wrong = "expected a room as aab-bcd-e-12[abcde], with a number to 999"

part1 :: V.Vector Room -> Int
part1 = V.sum . V.map number . V.filter (\room -> real (name room) (checksum room))

part2 :: V.Vector Room -> Either NoAnswer Int
part2 = maybe (Left (NoAnswer "no real room is called northpole object storage")) (Right . number) . V.find isWanted
  where
    isWanted room = same && B.head (name room) `shifted` number room == B.head wanted && real (name room) (checksum room)
      where
        same = B.length (name room) == B.length wanted && distances (name room) == invariant
    wanted = "northpole-object-storage"
    invariant = distances wanted

-- | How far each letter is from the first, modulo 26; a dash is nowhere.
distances :: Text -> [Int]
distances text = map (\sign -> if sign == '-' then -1 else (fromEnum sign - fromEnum (B.head text)) `mod` 26) (B.unpack text)

-- | A letter some places further on.
shifted :: Char -> Int -> Char
shifted letter by = toEnum (97 + (fromEnum letter - 97 + by) `mod` 26)

-- | Are these the most frequent letters of a name? A letter's rank is its count, and then the alphabet backwards.
real :: Text -> Text -> Bool
real letters code = and (zipWith (>) ranked (drop 1 ranked)) && least >= 32 && U.length (U.filter (> least) ranks) == 4
  where
    counts = U.accumulate (+) (U.replicate 32 0) (U.map (letter . B.index letters) (U.generate (B.length letters) id)) :: U.Vector Int
    letter sign = (place sign, fromEnum (sign /= '-'))
    ranks = U.imap (\at count -> 32 * count + 31 - at) counts
    ranked = map ((ranks U.!) . place) (B.unpack code)
    least = last ranked
    place letter = fromEnum letter `rem` 32
