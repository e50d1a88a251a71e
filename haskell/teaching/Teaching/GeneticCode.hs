{-# LANGUAGE DataKinds #-}

-- | The genetic code: a stretch of codons is what it opens, what it closes, and the longest frame that it holds.
--
-- What has to be known of two stretches so that it is known of both together? A frame across the border starts in the
-- first one, after whatever only stops there, and ends in the second one, where that first only stops, or at its last codon that
-- may stop. So 'Stretch' is a monoid, and a strand the product of its codons in any grouping. Read from the other end
-- a product is one of the opposite monoid, 'Dual': one fold over the DNA reads both strands.
module Teaching.GeneticCode (parse, part1, part2, May (..), Frame (..), Stretch (..), codon) where

import Control.DeepSeq (NFData)
import Data.Bits (xor, (.&.))
import qualified Data.ByteString as B
import qualified Data.ByteString.Char8 as C
import Data.Char (isAsciiUpper)
import qualified Data.IntMap.Strict as IntMap
import Data.Monoid (Dual (..))
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Teaching.DecimalConvolution (Digits)
import Threefold.Contract
import Threefold.Places (byteAt)
import Threefold.Reading

-- | What a codon may do.
data May = Go | Start | StopOrGo | Stop
  deriving stock (Eq, Show, Enum, Bounded)

-- | A reading frame that is open: how many codons it has, and which of its stretch, from 0, is the first. None has 0 codons.
data Frame = Frame {codons, first :: !Int}
  deriving stock (Eq, Show)

-- | The longer; of two as long, the one that starts first.
longer :: Frame -> Frame -> Frame
longer a b
  | codons b > codons a || codons b == codons a && first b < first a = b
  | otherwise = a

-- | Codons in a row: how many, the first that starts and is open to what follows, the last at which a start before all of them
-- may end, or -1; whether one of them only stops; and the longest frame among them.
data Stretch = Stretch {size, start, end :: !Int, closed :: !Bool, longest :: {-# UNPACK #-} !Frame}
  deriving stock (Eq, Show)

instance Semigroup Stretch where
  Stretch m s e c l <> Stretch n s' e' c' l' = Stretch (m + n) opens ends (c || c') (l `longer` later `longer` across)
    where
      opens
        | s >= 0 && not c' = s
        | otherwise = if s' >= 0 then m + s' else -1
      ends
        | e' >= 0 && not c = m + e'
        | otherwise = e
      later = l' {first = m + first l'}
      across = if s >= 0 && e' >= 0 then Frame (m + e' - s + 1) s else none
  {-# INLINE (<>) #-}

instance Monoid Stretch where
  mempty = Stretch 0 (-1) (-1) False none

none :: Frame
none = Frame 0 0

codon :: May -> Stretch
codon may = case may of
  Go -> Stretch 1 (-1) (-1) False none
  Start -> Stretch 1 0 (-1) False none
  StopOrGo -> Stretch 1 (-1) 0 False none
  Stop -> Stretch 1 (-1) 0 True none
{-# INLINE codon #-}

-- | The amino acid of each codon, what each may do, and bases from 0 to 3: T, C, A and G.
data Gene = Gene {letters :: !Text, may :: !(U.Vector Int), dna :: !Text}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Gene
parse = whole $ do
  letters <- lineOf "expected 64 amino acids, each a capital letter or *" (valid (all64 <$> word (\sign -> isAsciiUpper sign || sign == '*')))
  may <- lineOf "expected 64 signs M, * or -, with * wherever the amino acids have it" (valid (signs letters <$> word (`elem` ("M*-" :: String))))
  blank "expected an empty line"
  rows <- block "expected bases A, C, G and T" (word (\base -> base == 'A' || base == 'C' || base == 'G' || base == 'T'))
  pure (Gene letters may (B.map base (B.concat (V.toList rows))))
  where
    all64 found = if B.length found == 64 then Just found else Nothing
    signs letters found = all64 found >>= fmap U.fromList . sequence . C.zipWith (curry sign) letters
    sign = \case
      ('*', '*') -> Just (fromEnum Stop)
      ('*', _) -> Nothing
      (_, '*') -> Just (fromEnum StopOrGo)
      (_, 'M') -> Just (fromEnum Start)
      _ -> Just (fromEnum Go)
    base byte = case byte .&. 6 of
      4 -> 0 -- T
      2 -> 1 -- C
      0 -> 2 -- A
      _ -> 3 -- G

-- | The codon that begins at a place, by its place in the code; and what faces it on the other strand.
codonAt, facing :: Gene -> Int -> Int
codonAt gene at = 16 * baseAt gene at + 4 * baseAt gene (at + 1) + baseAt gene (at + 2)
facing gene at = 16 * other (at + 2) + 4 * other (at + 1) + other at
  where
    other place = baseAt gene place `xor` 2

baseAt :: Gene -> Int -> Int
baseAt gene = fromIntegral . byteAt (dna gene)

-- | The longest frame of the given strand and of the other one; each begins at a base of its strand.
given, opposite :: Gene -> Frame
given gene = foldr1 longer [at from (longest (U.foldl' add mempty (places gene from))) | from <- [0 .. 2]]
  where
    add before place = before <> meaning gene (codonAt gene place)
    at from found = found {first = from + 3 * first found}
opposite gene = foldr1 longer [at from (getDual (U.foldl' add mempty (places gene from))) | from <- [0 .. 2]]
  where
    add before place = before <> Dual (meaning gene (facing gene place))
    at from found = (longest found) {first = B.length (dna gene) - from - 3 * (size found - first (longest found))}

-- | Where codons begin, every third place.
places :: Gene -> Int -> U.Vector Int
places gene from = U.enumFromStepN from 3 ((B.length (dna gene) - from) `quot` 3)

meaning :: Gene -> Int -> Stretch
meaning gene at = codon (toEnum (may gene U.! at))

-- | The longest frame, and the protein that it is read as.
protein :: Gene -> Either NoAnswer Text
protein gene
  | codons found == 0 = Left (NoAnswer "no reading frame is open")
  | otherwise = Right (C.cons 'M' (fst (C.unfoldrN (codons found - 2) acid 1)))
  where
    (here, there) = (given gene, opposite gene)
    turned = codons there > codons here
    found = if turned then there else here
    acid number = Just (C.index (letters gene) (at (first found + 3 * number)), number + 1)
    at place = if turned then facing gene (B.length (dna gene) - 3 - place) else codonAt gene place

part1 :: Gene -> Either NoAnswer Text
part1 = protein

part2 :: Gene -> Either NoAnswer String
part2 gene = show . count <$> protein gene
  where
    count :: Text -> Digits 10
    count found = product [fromIntegral ways ^ times | (ways, times) <- IntMap.toList (choices found), ways > 1]
    choices :: Text -> IntMap.IntMap Int
    choices found = IntMap.fromListWith (+) ((able [Start], 1) : (able [StopOrGo, Stop], 1) : [(C.count letter (letters gene), C.count letter (B.drop 1 found)) | letter <- ['A' .. 'Z']])
    able kinds = U.length (U.filter ((`elem` kinds) . toEnum) (may gene))
