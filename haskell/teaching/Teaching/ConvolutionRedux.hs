{-# LANGUAGE ExistentialQuantification #-}

-- | Convolution redux: every rule is an algebra, in which a sequence becomes something that is easy to multiply.
--
-- What do the rules have in common? A way in, a product, and a way back that undoes the way in; convolution goes all three, and
-- a power stays inside until it is done. For polynomials inside are integers, the values at a power of 256; for xor it is what
-- the two characters of each bit make of the sequence, term by term; for concave sequences the multiset of their rises,
-- whose product is a union. Dirichlet's product stays outside, but a place's divisors alone are an algebra, too.
module Teaching.ConvolutionRedux (Rule (..), convolution, powerAt, walsh, prime, parse, part1, part2) where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, (.&.), (.|.))
import Data.ByteString (ByteString)
import qualified Data.ByteString as B
import qualified Data.ByteString.Builder as Builder
import qualified Data.IntMap.Strict as M
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.DecimalConvolution (bytesOf, fromBytes)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading (Reader, integer, lineOf, natural, sepBy, tag, valid, whole)

data Rule = Integers | Cyclic | Xor | Dirichlet | MaxPlus
  deriving stock (Eq, Show, Enum, Bounded, Generic)
  deriving anyclass (NFData)

-- | Rule, two sequences, a number of factors, and a place from 0 on.
data Question = Question !Rule !Terms !Terms !Int !Int
  deriving stock (Generic)
  deriving anyclass (NFData)

type Terms = U.Vector Int

parse :: Text -> Either InvalidInput Question
parse = whole $ do
  rule <- lineOf "expected integers, cyclic, xor, dirichlet or max-plus" rules
  let most = if rule == MaxPlus then 10 ^ nine else 1000
      terms as = lineOf wrong (valid (fitting rule as <$> integer most `sepBy` ' '))
  a <- terms Nothing
  b <- terms (if rule `elem` [Cyclic, Xor, Dirichlet] then Just (U.length a) else Nothing)
  let first = fromEnum (rule == Dirichlet)
      asked factors at = if factors >= 1 && first <= at && at < U.length a + first then Just (factors, at - first) else Nothing
  (factors, at) <- lineOf wrongPower (valid (asked <$> natural (10 ^ nine) <* tag " " <*> natural (10 ^ nine)))
  pure (Question rule a b factors at)
  where
    nine = 9 :: Int
    wrong = "expected 1 to 200000 numbers as 3 -1 4, of the size and in the number that the rule asks for"
    wrongPower = "expected 1 to 1000000000 copies and a place of the first sequence, as 5 3"
    rules :: Reader Rule
    rules = foldr1 (<|>) (zipWith (<$) [minBound ..] (map tag ["integers", "cyclic", "xor", "dirichlet", "max-plus"]))

-- | The terms, if they are as many as that where there is a number, and as the rule asks for.
fitting :: Rule -> Maybe Int -> [Int] -> Maybe Terms
fitting rule as list = if count <= 200_000 && maybe True (== count) as && fits then Just terms else Nothing
  where
    terms = U.fromList list
    count = U.length terms
    fits = case rule of
      Xor -> count .&. (count - 1) == 0
      MaxPlus -> let steps = rises terms in U.and (U.zipWith (>=) steps (U.drop 1 steps))
      _ -> True

rises :: Terms -> Terms
rises terms = U.zipWith (-) (U.drop 1 terms) terms

part1 :: Question -> Builder.Builder
part1 (Question rule a b _ _) = Builder.intDec (U.head sums) <> U.foldr (\term rest -> after term <> rest) mempty (U.tail sums)
  where
    sums = convolution rule a b
    after term = Builder.char7 ' ' <> Builder.intDec term

part2 :: Question -> Int
part2 (Question rule a _ factors at) = powerAt rule factors at a

-- | A way in, a product, and a way back.
data Algebra a = forall inside. Algebra (Terms -> inside) (inside -> inside -> inside) (inside -> a)

convolution :: Rule -> Terms -> Terms -> Terms
convolution rule a b = case algebra rule (U.length a) of Algebra into times back -> back (times (into a) (into b))

-- | The term at a place of a power: modulo the prime, but for 'MaxPlus'.
powerAt :: Rule -> Int -> Int -> Terms -> Int
powerAt rule factors at a = case modular rule (U.length a) at of
  Algebra into times back -> back (go factors)
    where
      !one = into a
      go 1 = one
      go n = let !half = go (n `quot` 2); !square = times half half in if even n then square else times square one

-- | The algebra of the rule for sequences of a length.
algebra :: Rule -> Int -> Algebra Terms
algebra rule count = case rule of
  Integers -> polynomials id
  Cyclic -> polynomials (around count)
  Xor -> Algebra walsh (U.zipWith (*)) (U.map (`quot` count) . walsh)
  Dirichlet -> Algebra id multiples id
  MaxPlus -> Algebra concave union (\(first, steps) -> U.scanl (+) first (U.fromList (concatMap repeated (M.toDescList steps))))
  where
    repeated (rise, many) = replicate many rise
    polynomials after = Algebra (\a -> (U.length a, substituted a)) (\(m, x) (n, y) -> (m + n - 1, x * y)) (after . uncurry coefficients)

-- | The same modulo the prime, and what stands at a place.
modular :: Rule -> Int -> Int -> Algebra Int
modular rule count at = case rule of
  Integers -> Algebra (U.take (at + 1) . remainders) (\x y -> U.take (at + 1) (modularProduct x y)) U.last
  Cyclic -> Algebra remainders (\x y -> remainders (around count (modularProduct x y))) (U.! at)
  Xor -> Algebra (remainders . walsh) (U.zipWith (.*)) (\values -> (walsh values U.! at) `mod` prime .* inverse count)
  Dirichlet -> Algebra (\a -> M.fromList [(d, a U.! (d - 1) `mod` prime) | d <- divisors]) overDivisors (M.! (at + 1))
  MaxPlus -> Algebra concave union (\(first, steps) -> first + firstRises at (M.toDescList steps))
  where
    remainders = U.map (`mod` prime)
    divisors = [d | d <- [1 .. at + 1], (at + 1) `rem` d == 0]
    overDivisors x y = M.fromList [(n, pairs n x y `mod` prime) | n <- divisors]
    pairs n x y = sum [x M.! d .* y M.! (n `quot` d) | d <- divisors, n `rem` d == 0]
    firstRises left ((rise, many) : more)
      | left > 0 = let now = min left many in now * rise + firstRises (left - now) more
    firstRises _ _ = 0

prime :: Int
prime = 998_244_353

-- | The product modulo the prime.
(.*) :: Int -> Int -> Int
a .* b = a * b `rem` prime

infixl 7 .*

inverse :: Int -> Int
inverse n = go (prime - 2)
  where
    go 0 = 1
    go e = let half = go (e `quot` 2) in if even e then half .* half else half .* half .* n

-- | The sums of all terms with each pattern of signs.
walsh :: Terms -> Terms
walsh terms
  | half == 0 = terms
  | otherwise = walsh (U.zipWith (+) low high) <> walsh (U.zipWith (-) low high)
  where
    half = U.length terms `quot` 2
    (low, high) = U.splitAt half terms

-- | What products of two places make at their product.
multiples :: Terms -> Terms -> Terms
multiples a b = U.accum (+) (U.map (const 0) a) [(i * j - 1, a U.! (i - 1) * b U.! (j - 1)) | i <- [1 .. count], j <- [1 .. count `quot` i]]
  where
    count = U.length a

-- | A concave sequence is its first term and its rises, each with how often it is there.
concave :: Terms -> (Int, M.IntMap Int)
concave terms = (U.head terms, M.fromListWith (+) [(rise, 1) | rise <- U.toList (rises terms)])

union :: (Int, M.IntMap Int) -> (Int, M.IntMap Int) -> (Int, M.IntMap Int)
union (first, steps) (first', steps') = (first + first', M.unionWith (+) steps steps')

-- | Places counted modulo a length.
around :: Int -> Terms -> Terms
around count terms = U.imap (\at low -> if at + count < U.length terms then low + terms U.! (at + count) else low) (U.take count terms)

-- | The value of a polynomial at 256^5, and the coefficients of so many for such a value: they are below 2^39, and with as
-- much added to each none is negative.
substituted :: Terms -> Integer
substituted terms = packed 5 (U.map (+ offset) terms) - packed 5 (U.map (const offset) terms)

coefficients :: Int -> Integer -> Terms
coefficients count value = U.generate count (\at -> fiveBytes bytes (5 * at) - offset)
  where
    bytes = bytesOf (5 * count) (value + packed 5 (U.replicate count offset))

offset :: Int
offset = 1 `shiftL` 39

-- | Modulo the prime, coefficients of a product are below 2^78.
modularProduct :: Terms -> Terms -> Terms
modularProduct a b = U.generate count (\at -> (high at .* shift + fiveBytes bytes (10 * at)) `rem` prime)
  where
    high at = fiveBytes bytes (10 * at + 5) `rem` prime
    shift = 2 * offset `rem` prime
    count = U.length a + U.length b - 1
    bytes = bytesOf (10 * count) (packed 10 a * packed 10 b)

-- | Each term in so many bytes, the least significant first.
packed :: Int -> Terms -> Integer
packed width terms = fromBytes (fst (B.unfoldrN (width * U.length terms) next (0, 0, 0)))
  where
    next (at, rest, left)
      | left > 0 = Just (fromIntegral rest, (at, rest `shiftR` 8, left - 1))
      | otherwise = let first = terms U.! at in Just (fromIntegral first, (at + 1, first `shiftR` 8, width - 1 :: Int))

fiveBytes :: ByteString -> Int -> Int
fiveBytes bytes at = go 4 0
  where
    go :: Int -> Int -> Int
    go j high = if j < 0 then high else go (j - 1) (high `shiftL` 8 .|. fromIntegral (byteAt bytes (at + j)))
