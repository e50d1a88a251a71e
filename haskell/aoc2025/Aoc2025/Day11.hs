-- | Reactor: how much the number of paths depends on what a stop weighs.
--
-- Let a path that visits @dac@ weigh @x@ times as much, and one that visits @fft@ @y@ times: all paths together are a polynomial
-- @a + b x + c y + d x y@, and @d@ is asked. A dual number @a + b ε@, with @ε² = 0@, is a polynomial without its higher powers,
-- and in dual numbers of dual numbers there are two such variables. So the rule of part 1, a device's value is the sum of
-- those of its outputs, needs no more than @dac@ and @fft@ times an ε. It refers to values in any order; laziness
-- finds the order, and makes none of the coefficients that are not asked for.
module Aoc2025.Day11 (parse, part1, part2, Additive (..), Dual (..), epsilon, values, looping) where

import Control.DeepSeq (NFData)
import Control.Monad.ST (runST)
import qualified Data.ByteString.Char8 as B
import Data.Int (Int16)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt, numbered)

-- | What can be added up.
class Additive a where
  sumOf :: (Int -> a) -> U.Vector Int -> a

instance Additive Integer where
  sumOf f = U.foldl' (\total i -> total + f i) 0
  {-# INLINE sumOf #-}

-- | @a + b ε@.
data Dual a = Dual {constant :: a, linear :: a}
  deriving stock (Eq, Show, Functor)

instance (Additive a) => Additive (Dual a) where
  sumOf f over = Dual (sumOf (constant . f) over) (sumOf (linear . f) over)
  {-# INLINE sumOf #-}

-- | The product with ε.
epsilon :: (Additive a) => Dual a -> Dual a
epsilon (Dual a _) = Dual (sumOf (const a) U.empty) a

-- | The outputs of each device. Devices are the numbers of their lines, from 0; after them come @out@ and what has no
-- line. And the number of each name, or -1.
data Devices = Devices {outputs :: V.Vector (U.Vector Int), numbers :: U.Vector Int16}
  deriving stock (Generic)
  deriving anyclass (NFData)

part1 :: Devices -> Either NoAnswer Integer
part1 = from "you" 1 (const id)

part2 :: Devices -> Either NoAnswer Integer
part2 devices = linear . linear <$> from "svr" (Dual (Dual 1 0) (Dual 0 0)) weighed devices
  where
    (dac, fft) = (number devices "dac", number devices "fft")
    weighed device
      | device == dac = epsilon
      | device == fft = fmap epsilon
      | otherwise = id

from :: (Additive a) => Text -> a -> (Int -> a -> a) -> Devices -> Either NoAnswer a
from name one weighed devices
  | number devices name < 0 = Left (NoAnswer ("no line begins with " <> B.unpack name))
  | otherwise = Right (values one weighed (outputs devices) V.! number devices name)
{-# INLINE from #-}

-- | What the paths from each device weigh together: one where they end, and a device weighs what comes from its outputs.
values :: (Additive a) => a -> (Int -> a -> a) -> V.Vector (U.Vector Int) -> V.Vector a
values one weighed graph = found
  where
    found = V.imap (\device to -> if device == out then one else weighed device (sumOf (found V.!) to)) graph
    out = V.length graph - 2
{-# INLINE values #-}

number :: Devices -> Text -> Int
number devices name = fromIntegral (numbers devices U.! nameAt name 0)

-- | A name is three digits of a number; -1 if there is none.
nameAt :: Text -> Int -> Int
nameAt text at
  | a <= 25 && b <= 25 && c <= 25 = fromIntegral ((a * 26 + b) * 26 + c)
  | otherwise = -1
  where
    (a, b, c) = (digit at, digit (at + 1), digit (at + 2))
    digit place = fromIntegral (byteAt text place) - 97 :: Word

parse :: Text -> Either InvalidInput Devices
parse text
  | Just line <- V.findIndex id (V.imap (\line (name, _) -> name < 0 || numbers U.! name /= fromIntegral line) devices) = Left (InvalidInput (line + 1) wrong)
  | looping graph = Left (InvalidInput (closing (looping . first) 0 count) "expected no device that leads back to itself")
  | otherwise = Right (Devices graph numbers)
  where
    devices = V.fromList (map (device . snd) (numbered text))
    count = V.length devices
    numbers = U.accum (\before new -> if before < 0 then new else before) (U.replicate (26 * 26 * 26) (-1)) named
    named = (nameAt "out" 0, fromIntegral count) : [(name, line) | (line, (name, _)) <- zip [0 ..] (V.toList devices), name >= 0]
    graph = V.map (U.map known . snd) devices <> V.fromList [U.empty, U.empty]
    known to = let found = numbers U.! to in if found < 0 then count + 1 else fromIntegral found
    first lines' = V.imap (\line to -> if line < lines' then to else U.empty) graph
    wrong = "expected a device and 1 to 100 that it leads to as abc: def ghi, each device on one line, out on none"

-- | What a line names first, and what after that, in pieces of four signs: "abc:", " def", " ghi". Otherwise -1.
device :: Text -> (Int, U.Vector Int)
device line
  | rest == 0 && 1 < pieces && pieces <= 101 && byteAt line 3 == 58 && U.all (>= 0) names = (U.head names, U.tail names)
  | otherwise = (-1, U.empty)
  where
    (pieces, rest) = B.length line `quotRem` 4
    names = U.generate pieces (\k -> if k > 0 && byteAt line (4 * k) /= 32 then -1 else nameAt line (4 * k + signum k))

-- | Does a device lead back to itself? Then not all of them are taken away, if always one is to which no other leads.
looping :: V.Vector (U.Vector Int) -> Bool
looping graph = runST $ do
  before <- M.replicate (V.length graph) (0 :: Int)
  V.forM_ graph (U.mapM_ (M.modify before (+ 1)))
  let away !count [] = pure (count < V.length graph)
      away count (device : others) = U.foldM' leave others (graph V.! device) >>= away (count + 1)
      leave free to = do
        M.modify before (subtract 1) to
        left <- M.read before to
        pure (if left == 0 then to : free else free)
  U.freeze before >>= away 0 . U.toList . U.elemIndices 0

-- | The first number for which something holds, above one for which it does not, up to one for which it does.
closing :: (Int -> Bool) -> Int -> Int -> Int
closing holds without with
  | with - without == 1 = with
  | holds half = closing holds without half
  | otherwise = closing holds half with
  where
    half = (without + with) `quot` 2
