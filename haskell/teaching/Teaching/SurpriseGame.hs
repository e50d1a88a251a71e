-- | The surprise game, by two ways of adding in pairs.
--
-- A sum of powers of 1\/2 is a set of different ones, and sets of them are a commutative /monoid/: equal powers join and are
-- carried. From the largest power on, each next one looks at the least of the sum alone. Huffman's code joins the
-- two least, always. Sums of two come in rising order, so the queue from which they are taken is the list of all sums itself:
-- a list that is defined by its own beginning.
module Teaching.SurpriseGame (parse, part1, part2, Powers (..), power, sums) where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL)
import qualified Data.ByteString as B
import qualified Data.List as List
import Data.Ratio ((%))
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.Exact hiding (exp, pi)
import Teaching.Logarithms
import Threefold.Contract
import Threefold.Reading
import Threefold.Sorting (radixSort)

-- | Counts and surprises.
newtype Outcomes = Outcomes (U.Vector (Int, Int))
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Outcomes
parse = fmap (Outcomes . U.fromList) . whole (onward wrong B.empty outcome)
  where
    wrong = "expected an outcome later in the alphabet, a count from 1 to 10^9 and a surprise from 0 to 10^9"
    outcome before = do
      name <- word (\letter -> 'a' <= letter && letter <= 'z')
      count <- tag " " *> natural most
      bits <- tag " " *> natural most
      valid (pure (if name > before && B.length name <= 20 && count > 0 then Just ((count, bits), name) else Nothing))
    most = 1_000_000_000

part1 :: Outcomes -> String
part1 (Outcomes pairs) = unwords [rounded 9 (entropy : settled (value shares) (rational shares)), rounded 9 divergences, fair]
  where
    entropy = nearly [(c / fromIntegral total, fromIntegral total / c) | c <- map fromIntegral counts]
    shares = [(toInteger (sum equal) % total, total % toInteger count) | equal@(count : _) <- List.group (U.toList (radixSort id (U.map fst pairs)))]
    counts = U.toList (U.map fst pairs)
    total = sum (map toInteger counts)
    divergences = divergence (surprise pairs % total) powers entropy shares
    powers = U.foldl' (flip ((<>) . power)) mempty (radixSort id (U.map snd pairs))
    fair = case powers of
      Powers [0] -> "="
      Powers bits | last bits > 0 -> "<"
      _ -> ">"

part2 :: Outcomes -> Integer
part2 (Outcomes pairs) = surprise pairs - toInteger (sum (sums (U.toList (radixSort id (U.map fst pairs)))))

-- | How much surprise there is in the data.
surprise :: U.Vector (Int, Int) -> Integer
surprise = U.foldl' (\total (count, bits) -> total + toInteger count * toInteger bits) 0

-- | The mean surprise less the entropy, and the logarithm of the sum of all 2^-S.
--
-- Bits of the sum that are left out add less than the last that is kept, and more than 0. If all else is rational, 2^-128
-- stands for them: no half of a last decimal is as near to such a fraction, but itself.
divergence :: Rational -> Powers -> Enclosure -> LogSum -> [Enclosure]
divergence mean (Powers bits) entropy shares = quick : settled exact known
  where
    first = last bits
    width = head bits - first
    difference = mean - fromIntegral first
    quick = plus (exactly difference) (plus (nearly [(1, fromRational (leading 63))]) (negated entropy))
    exact = fromRational difference + log2 normaliser - value shares
    normaliser = Exact [Enclosure found (found + rest kept) | kept <- precisions, let found = leading kept]
    known = (\found -> found + difference + rest 128) <$> rational ((1, leading 128) : [(negate weight, ratio) | (weight, ratio) <- shares])
    rest kept = if width > kept then 1 / 2 ^ kept else 0
    leading kept = sum [shiftL 1 (kept - place) | bit <- bits, let { place = bit - first }, place <= kept] % shiftL 1 kept

plus :: Enclosure -> Enclosure -> Enclosure
plus (Enclosure a b) (Enclosure c d) = Enclosure (a + c) (b + d)

negated :: Enclosure -> Enclosure
negated (Enclosure a b) = Enclosure (-b) (-a)

-- | Different powers of 1\/2, the largest last.
newtype Powers = Powers [Int]
  deriving stock (Eq, Show)

power :: Int -> Powers
power bit = Powers [bit]

instance Semigroup Powers where
  Powers left <> Powers right = Powers (add left right)

instance Monoid Powers where
  mempty = Powers []

add :: [Int] -> [Int] -> [Int]
add (x : xs) (y : ys) = case compare x y of
  GT -> x : add xs (y : ys)
  LT -> y : add (x : xs) ys
  EQ -> carried (x - 1) xs ys
add xs ys = xs <> ys

-- | The sum of two and one more power, which no power in them is below.
carried :: Int -> [Int] -> [Int] -> [Int]
carried more (x : xs) (y : ys) | x == more, y == more = more : carried (more - 1) xs ys
carried more (x : xs) ys | x == more = carried (more - 1) xs ys
carried more xs (y : ys) | y == more = carried (more - 1) xs ys
carried more xs ys = more : add xs ys

-- | All sums of two that Huffman's algorithm makes of counts in rising order.
sums :: [Int] -> [Int]
sums counts = made
  where
    made = go (length counts - 1) 0 counts made
    -- How many are still to be made; how many of those in the queue are made already; counts; the queue.
    go :: Int -> Int -> [Int] -> [Int] -> [Int]
    go 0 _ _ _ = []
    go more ready leaves queue =
      let (a, ready', leaves', queue') = least ready leaves queue
          (b, ready'', leaves'', queue'') = least ready' leaves' queue'
          !joined = a + b
       in joined : go (more - 1) (ready'' + 1) leaves'' queue''
    least ready (leaf : leaves) queue | ready == 0 || leaf <= head queue = (leaf, ready, leaves, queue)
    least ready leaves queue = (head queue, ready - 1, leaves, tail queue)
