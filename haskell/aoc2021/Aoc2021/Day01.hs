-- | Sonar Sweep: a window is a polynomial in the shift operator.
--
-- Let \(S\) turn a signal \(a_0, a_1, \dots\) into \(a_1, a_2, \dots\). Then a sum of \(k\)
-- neighbours is \(1 + S + \dots + S^{k-1}\), applied to the readings, and a change is
-- \(S - 1\). Operators of this kind multiply as polynomials do, so that the change of a sum
-- is
--
-- \[ (S - 1)(1 + S + \dots + S^{k-1}) = S^k - 1 \]
--
-- before any reading is looked at: multiplication finds by itself that all but two terms
-- cancel. What is left is applied to the whole signal, a vector operation a term.
module Aoc2021.Day01
  ( parse,
    part1,
    part2,
    Operator,
    operator,
    terms,
    degree,
    shift,
    window,
    change,
    act,
    increases,
  )
where

import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B (unsafeUseAsCStringLen)
import qualified Data.IntMap.Strict as IntMap
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import Foreign.C.String (CStringLen)
import Foreign.Storable (peekByteOff)
import System.IO.Unsafe (unsafeDupablePerformIO)
import Threefold.Contract

type Signal = U.Vector Int

-- | A polynomial in the shift, as its coefficients other than 0.
newtype Operator = Operator (IntMap.IntMap Int)
  deriving stock (Eq, Show)

operator :: [(Int, Int)] -> Operator
operator = Operator . IntMap.filter (/= 0) . IntMap.fromListWith (+)

-- | Powers and their coefficients, lowest power first.
terms :: Operator -> [(Int, Int)]
terms (Operator p) = IntMap.toAscList p

-- | How many readings beyond its own an operator looks at.
degree :: Operator -> Int
degree (Operator p) = maybe 0 fst (IntMap.lookupMax p)

instance Num Operator where
  p + q = operator (terms p <> terms q)
  p * q = operator [(i + j, a * b) | (i, a) <- terms p, (j, b) <- terms q]
  negate (Operator p) = Operator (negate <$> p)
  fromInteger c = operator [(0, fromInteger c)]

  -- Nothing here asks for a size; these keep the class's one law of them.
  abs = id
  signum = const 1

shift :: Operator
shift = operator [(1, 1)]

-- | The sum of so many neighbours, from one on.
window :: Int -> Operator
window k = sum [shift ^ i | i <- [0 .. k - 1]]

change :: Operator
change = shift - 1

-- | The operator at every place where all readings that it looks at exist.
act :: Operator -> Signal -> Signal
act p signal = case terms p of
  [] -> U.map (const 0) signal
  ts -> foldr1 (U.zipWith (+)) [scaled a (U.drop i signal) | (i, a) <- ts]
  where
    scaled 1 = id
    scaled a = U.map (a *)

increases :: Int -> Signal -> Int
increases k = U.length . U.filter (> 0) . act (change * window k)

part1 :: Signal -> Int
part1 = increases 1

part2 :: Signal -> Int
part2 = increases 3

deepest :: Int
deepest = 1000000000

parse :: Text -> Either InvalidInput Signal
parse text = unsafeDupablePerformIO $ do
  depths <- M.unsafeNew (B.count '\n' text + 1)
  B.unsafeUseAsCStringLen text (fill depths) >>= \case
    Nothing -> Right <$> U.unsafeFreeze depths
    Just line -> pure (Left (InvalidInput line ("expected a number from 0 to " <> show deepest)))

-- | Writes the depths of all lines in one walk over the bytes, or stops at a wrong line.
fill :: M.IOVector Int -> CStringLen -> IO (Maybe Int)
fill depths (bytes, size) = walk 0 0 0 0
  where
    -- The bytes from start to here spell that depth.
    walk !line !start !here !depth
      | here == size = end (pure Nothing)
      | otherwise =
        peekByteOff bytes here >>= \case
          10 -> end (walk (line + 1) (here + 1) (here + 1) 0)
          byte
            | digit <= 9, more <= deepest -> walk line start (here + 1) more
            | otherwise -> wrong
            where
              digit = byte - 48 :: Word8
              more = depth * 10 + fromIntegral digit
      where
        end next
          | here == start = wrong
          | otherwise = M.unsafeWrite depths line depth *> next
        wrong = pure (Just (line + 1))
