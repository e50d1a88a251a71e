-- | Linen Layout: what may follow after a stripe?
--
-- If towels are added and multiplied like numbers, but stripes do not change places, all designs are the power series @1 / (1 - towels)@, and the
-- coefficient of a design is its number of ways. What a series has after a stripe is its derivative, and that of
-- @1 / (1 - towels)@ is a sum: ends of towels, each multiplied by how many ways led to its beginning. Ends are derived once and for
-- all designs, in a knot of lazy values; ways are added up in any monoid, and with \"or\" they decide instead of counting.
module Aoc2024.Day19 (parse, part1, part2, Onsen (..), Towels (..), towelsOf, restsOf, ways) where

import Control.Applicative (many)
import Control.DeepSeq (NFData (..))
import Control.Monad (foldM)
import Data.Bits (Bits, setBit, unsafeShiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Internal as I
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

data Onsen = Onsen {towels :: !Towels, designs :: !(V.Vector Text)}
  deriving stock (Generic)
  deriving anyclass (NFData)

-- | A set of words: is the empty one in it, and what comes after each stripe?
data Towels = None | Towels !Bool !Towels !Towels !Towels !Towels !Towels

instance NFData Towels where
  rnf = (`seq` ()) -- which is all of it

after :: Towels -> Char -> Towels
after None = const None
after (Towels _ w' u' b' r' g') = \case 'w' -> w'; 'u' -> u'; 'b' -> b'; 'r' -> r'; _ -> g'
{-# INLINE after #-}

-- | What may follow after some stripes: one bit for each length of a towel that ends there, and the same after one more stripe.
data Rests = Rests !Int Rests Rests Rests Rests Rests

-- | All of them. What follows after all stripes of a towel so far, and what does if it begins later, is a sum, and the derivative of a
-- sum is the sum of the derivatives. So there are as many as towels have beginnings.
restsOf :: Towels -> Rests
restsOf available = start
  where
    start = Rests 0 (first 'w') (first 'u') (first 'b') (first 'r') (first 'g')
    first stripe = rests 0 start (available `after` stripe)
    rests _ later None = later
    rests !length' later set@(Towels isTowel _ _ _ _ _) = found
      where
        found = Rests (if isTowel then setBit bits length' else bits) (more 'w') (more 'u') (more 'b') (more 'r') (more 'g')
        more stripe = rests (length' + 1) (later `next` stripe) (set `after` stripe)
        Rests bits _ _ _ _ _ = later

next :: Rests -> Char -> Rests
next (Rests _ w u b r g) = \case 'w' -> w; 'u' -> u; 'b' -> b; 'r' -> r; _ -> g
{-# INLINE next #-}

-- | The coefficient of a design, in a monoid of numbers whose neutral element is 0: a sum over the towels that may be its last. Its
-- beginnings of up to eight stripes less have the others.
ways :: (Num k, Bits k) => (k -> k -> k) -> Rests -> Text -> k
ways plus start design = go start 0 0 0 0 0 0 0 0 1
  where
    go !rests !at !a !b !c !d !e !f !g !h
      | at == B.length design = h
      | otherwise = case rests `next` I.w2c (byteAt design at) of
        rests'@(Rests ends _ _ _ _ _) ->
          -- all of a number or none: a branch would be mispredicted
          let with size k = k .&. fromIntegral (negate (ends `unsafeShiftR` (size - 1) .&. 1))
              long = (with 8 a `plus` with 7 b) `plus` (with 6 c `plus` with 5 d)
              short = (with 4 e `plus` with 3 f) `plus` (with 2 g `plus` with 1 h)
           in go rests' (at + 1) b c d e f g h (long `plus` short)
{-# INLINE ways #-}

part1 :: Onsen -> Int
part1 (Onsen available wanted) = V.sum (V.map (ways (.|.) rests) wanted)
  where
    rests = restsOf available

part2 :: Onsen -> Integer
part2 (Onsen available wanted) = V.sum (V.map count wanted)
  where
    rests = restsOf available
    -- of so many stripes there are at most 2^62 ways
    count design
      | B.length design <= 63 = toInteger (ways @Int (+) rests design)
      | otherwise = ways (+) rests design

-- | Nothing if two are the same.
towelsOf :: [Text] -> Maybe Towels
towelsOf = foldM (add 0) None
  where
    add at set towel = case set of
      None -> add at (Towels False None None None None None) towel
      Towels isTowel w u b r g
        | at == B.length towel -> if isTowel then Nothing else Just (Towels True w u b r g)
        | otherwise -> case I.w2c (byteAt towel at) of
          'w' -> (\w' -> Towels isTowel w' u b r g) <$> add (at + 1) w towel
          'u' -> (\u' -> Towels isTowel w u' b r g) <$> add (at + 1) u towel
          'b' -> (\b' -> Towels isTowel w u b' r g) <$> add (at + 1) b towel
          'r' -> (\r' -> Towels isTowel w u b r' g) <$> add (at + 1) r towel
          _ -> Towels isTowel w u b r <$> add (at + 1) g towel

parse :: Text -> Either InvalidInput Onsen
parse = whole $ do
  found <- lineOf wrongTowels (valid (few <$> ((:) <$> stripes 8 <*> many (tag ", " *> stripes 8))))
  blank "expected an empty line"
  Onsen found <$> fittingBlock wrongDesign ((<= 10000) . V.length) (stripes 100)
  where
    stripes most = valid ((\found -> if B.length found <= most then Just found else Nothing) <$> word isStripe)
    isStripe = \case 'w' -> True; 'u' -> True; 'b' -> True; 'r' -> True; stripe -> stripe == 'g'
    few list = if null (drop 10000 list) then towelsOf list else Nothing
    wrongTowels = "expected up to 10000 different towels of 1 to 8 stripes w, u, b, r or g, as r, wr, b"
    wrongDesign = "expected a design of 1 to 100 stripes w, u, b, r or g, in 10000 lines at most"
