-- | Two Steps Forward: a tree's levels are a monoid, and paths are a lazy tree.
--
-- What a level holds, a monoid, is asked of each branch and put together level by level: by a zip that goes on where one
-- list of levels ends. So levels are a fold of the tree, which is unfolded as far as they are asked for. A hash is
-- a machine that has read a path and can be copied by doing nothing, so that each step reads one letter.
module Aoc2016.Day17 (parse, part1, part2, Levels (..), Reading, begun, readOn, finished) where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.&.))
import qualified Data.ByteString.Char8 as B
import Data.Monoid (Any (..))
import Data.Tree (Tree, foldTree, unfoldTree)
import qualified Data.Vector.Unboxed as U
import Data.Word (Word64)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Hashes
import Threefold.Reading

newtype Passcode = Passcode Text
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Passcode
parse = whole (lineOf "expected a passcode of 1 to 40 small letters" (Passcode <$> valid (short <$> word (`elem` ['a' .. 'z']))))
  where
    short passcode = if B.length passcode <= 40 then Just passcode else Nothing

part1 :: Passcode -> Either NoAnswer Text
part1 passcode = case filter (not . null . fst) (take (most + 1) levels) of
  ([path], _) : _ -> Right (B.pack (reverse path))
  [] -> ended levels >> Left none
  _ -> Left (NoAnswer "two paths to the vault are the shortest")
  where
    levels = found passcode

part2 :: Passcode -> Either NoAnswer Int
part2 passcode = case [steps | (steps, (_ : _, _)) <- zip [0 ..] (take (most + 1) levels)] of
  _ | Left why <- ended levels -> Left why
  [] -> Left none
  arrivals -> Right (last arrivals)
  where
    levels = found passcode

none :: NoAnswer
none = NoAnswer "no path leads to the vault"

-- | Steps of a path.
most :: Int
most = 4096

ended :: [Level] -> Either NoAnswer ()
ended levels
  | any (getAny . snd) (take 1 (drop most levels)) = Left (NoAnswer "a path goes on after 4096 steps")
  | otherwise = Right ()

-- | The paths that arrive, and whether others go on.
type Level = ([String], Any)

-- | A monoid's elements by level, from the root.
newtype Levels m = Levels {getLevels :: [m]}
  deriving stock (Eq, Show)

instance (Semigroup m) => Semigroup (Levels m) where
  Levels one <> Levels other = Levels (long one other)
    where
      long (a : as) (b : bs) = (a <> b) : long as bs
      long as [] = as
      long [] bs = bs

instance (Semigroup m) => Monoid (Levels m) where
  mempty = Levels []

-- | A path, the last step first, and where it has come to.
data Walk = Walk String !Int !Int !Reading

found :: Passcode -> [Level]
found (Passcode passcode) = getLevels (foldTree level (paths (Walk "" 0 0 (B.foldl' readOn begun passcode))))
  where
    level (Walk path 3 3 _) _ = Levels [([path], mempty)]
    level _ branches = Levels ((mempty, Any True) : getLevels (mconcat branches))

-- | The tree of all paths from here. In the vault, nobody looks at the branches.
paths :: Walk -> Tree Walk
paths = unfoldTree (\walk -> (walk, longer walk))

longer :: Walk -> [Walk]
longer (Walk path x y hash') =
  [ Walk (letter : path) x' y' (readOn hash' letter)
    | (letter, x', y', place) <- [('U', x, y - 1, 4), ('D', x, y + 1, 0), ('L', x - 1, y, 12), ('R', x + 1, y, 8)],
      inside x' && inside y' && word' `shiftR` place .&. 15 > 10
  ]
  where
    Hash word' _ _ _ = finished hash'
    inside at = 0 <= at && at < 4

-- | What has been read of a text: a hash's state after its full blocks, the last block as far as it goes, and how many letters.
data Reading = Reading !Hash !(U.Vector Word64) !Int

begun :: Reading
begun = Reading start empty 0

empty :: U.Vector Word64
empty = U.replicate 16 0

readOn :: Reading -> Char -> Reading
readOn (Reading state block count) letter
  | count `rem` 64 == 63 = Reading (compressed state more) empty (count + 1)
  | otherwise = Reading state more (count + 1)
  where
    more = with count (fromEnum letter) block

-- | A block with one more byte, after so many of the text.
with :: Int -> Int -> U.Vector Word64 -> U.Vector Word64
with count byte block = U.accum (+) block [(count `rem` 64 `quot` 4, fromIntegral byte `shiftL` (8 * (count `rem` 4)))]

-- | The hash of what has been read: after it come a one, zeroes, and the length in bits.
finished :: Reading -> Hash
finished (Reading state block count)
  | count `rem` 64 < 56 = compressed state (measured ended')
  | otherwise = compressed (compressed state ended') (measured empty)
  where
    ended' = with count 0x80 block
    measured = (U.// [(14, 8 * fromIntegral count)])
