-- | Linen Layout: what may follow after a stripe?
--
-- If towels are added and multiplied like numbers, but stripes do not change places, all designs are the power series @1 / (1 - towels)@, and the
-- coefficient of a design is its number of ways. What a series has after a stripe is its derivative, and that of
-- @1 / (1 - towels)@ is a sum: ends of towels, each multiplied by how many ways led to its beginning. Ends are derived once and for
-- all designs, in a knot of lazy values; ways are added up in any monoid, and with \"or\" they decide instead of counting.
module Aoc2024.Day19 (parse, part1, part2, Onsen (..), Towels, towelsOf, restsOf, ways) where

import Control.Applicative (many)
import Control.DeepSeq (NFData)
import Control.Monad (foldM, guard)
import Data.Bits (Bits, unsafeShiftL, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import Data.Char (ord)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word8)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading
import Threefold.Unsafe (unsafeIndex)

data Onsen = Onsen {towels :: !Towels, designs :: !(V.Vector Text)}
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | A tree of words, in eight numbers for each of their beginnings: by stripe, where those are that have one stripe more, or 0; the bit for its
-- length, if it is a word; and which of all these numbers leads to it.
type Towels = U.Vector Int

-- | A stripe's number, from 0 to 4: a branch on it would be mispredicted.
number :: Word8 -> Int
number stripe = (fromIntegral stripe * 115) `unsafeShiftR` 5 .&. 7
{-# INLINE number #-}

-- | Nothing if two are the same.
towelsOf :: [Text] -> Maybe Towels
towelsOf list = tree <$ guard (U.length (U.filter id (U.imap (\at bit -> at .&. 7 == 5 && bit > 0) tree)) == length list)
  where
    tree = treeOf list

treeOf :: [Text] -> Towels
treeOf list = U.create $ do
  tree <- M.replicate (8 + 8 * sum (map B.length list)) 0
  let add end towel = go end 0 0
        where
          go !new !place !at
            | at == B.length towel = new <$ M.write tree (place + 5) (1 `unsafeShiftL` (at - 1))
            | otherwise = do
              let step = place + number (byteAt towel at)
              known <- M.read tree step
              if known > 0
                then go new known (at + 1)
                else M.write tree step new *> M.write tree (new + 6) step *> go (new + 8) new (at + 1)
  end <- foldM add 8 list
  pure (M.take end tree)

-- | Of what may follow after some stripes: where that is which begins later; and by the stripe that comes next one bit for each length of a towel
-- that ends with it, and from the ninth bit on where what follows then is.
data Rests = Rests !Int !Int !Int !Int !Int !Int

-- | All of them, eight numbers each, by stripe. What follows after all stripes of a towel so far, and what does if it begins later, is a sum, and
-- the derivative of a sum is the sum of the derivatives. So there are as many as towels have beginnings.
restsOf :: Towels -> U.Vector Int
restsOf tree = flat rests
  where
    rests = V.generate (U.length tree `quot` 8) (row . (8 *))
    at place = rests V.! (place `unsafeShiftR` 3)
    row place = Rests later (sums 0 b) (sums 1 r) (sums 2 g) (sums 3 w) (sums 4 u)
      where
        Rests _ b r g w u = if place == 0 then Rests 0 0 0 0 0 0 else at later
        later = case tree U.! (place + 6) of
          from | from < 8 -> 0
          from | Rests before _ _ _ _ _ <- at from -> at before `next` (from .&. 7) `unsafeShiftR` 8
        sums stripe shorter = case tree U.! (place + stripe) of
          0 -> shorter
          longer -> longer `unsafeShiftL` 8 .|. tree U.! (longer + 5) .|. shorter .&. 255
    next (Rests _ b r g w u) = \case 0 -> b; 1 -> r; 2 -> g; 3 -> w; _ -> u

flat :: V.Vector Rests -> U.Vector Int
flat rests = U.create $ do
  table <- M.replicate (8 * V.length rests) 0
  V.iforM_ rests $ \at (Rests _ b r g w u) ->
    let put stripe = M.write table (8 * at + stripe) in put 0 b *> put 1 r *> put 2 g *> put 3 w *> put 4 u
  pure table

-- | The coefficient of a design, in a monoid of numbers whose neutral element is 0: a sum over the towels that may be its last. Its
-- beginnings of up to eight stripes less have the others.
ways :: (Num k, Bits k) => (k -> k -> k) -> U.Vector Int -> Text -> k
ways plus rests design = go 0 0 0 0 0 0 0 0 0 1
  where
    go !place !at !a !b !c !d !e !f !g !h
      | at == B.length design = h
      | otherwise =
        -- unsafe: a place is where eight numbers are, and a stripe's is below 8
        let found = unsafeIndex rests (place + number (byteAt design at))
            -- all of a number or none: a branch would be mispredicted
            with size k = k .&. fromIntegral (negate (found `unsafeShiftR` (size - 1) .&. 1))
            long = (with 8 a `plus` with 7 b) `plus` (with 6 c `plus` with 5 d)
            short = (with 4 e `plus` with 3 f) `plus` (with 2 g `plus` with 1 h)
         in go (found `unsafeShiftR` 8) (at + 1) b c d e f g h (long `plus` short)
{-# INLINE ways #-}

part1 :: Onsen -> Int
part1 (Onsen available wanted) = V.foldl' (\found design -> found + ways (.|.) rests design) 0 wanted
  where
    !rests = restsOf available

part2 :: Onsen -> Integer
part2 (Onsen available wanted) = V.sum (V.map count wanted)
  where
    !rests = restsOf available
    -- of so many stripes there are at most 2^62 ways
    count design
      | B.length design <= 63 = toInteger (ways @Int (+) rests design)
      | otherwise = ways (+) rests design

parse :: Text -> Either InvalidInput Onsen
parse = whole $ do
  found <- lineOf wrongTowels (valid (few <$> ((:) <$> stripes 8 <*> many (tag ", " *> stripes 8))))
  blank "expected an empty line"
  Onsen found <$> blockUpTo 10000 wrongDesign (stripes 100)
  where
    stripes most = valid ((\found -> if B.length found <= most then Just found else Nothing) <$> word isStripe)
    -- "wubrg" as bits: a branch for each would be mispredicted
    isStripe stripe = ord stripe `unsafeShiftR` 6 == 1 && (0xa4008400000000 :: Int) `unsafeShiftR` (ord stripe .&. 63) .&. 1 == 1
    few list = if null (drop 10000 list) then towelsOf list else Nothing
    wrongTowels = "expected up to 10000 different towels of 1 to 8 stripes w, u, b, r or g, as w, u, wu"
    wrongDesign = "expected a design of 1 to 100 stripes w, u, b, r or g, in 10000 lines at most"
