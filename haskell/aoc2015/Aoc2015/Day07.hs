-- | Some Assembly Required: a signal is a function of all signals, and the circuit is where that is at rest.
--
-- Each gate is told as what it makes of the finished circuit, which does not exist yet. 'loeb' hands
-- it over all the same, and laziness works every wire out when it is first asked for. Gates on loops would wait for themselves;
-- they are removed first.
module Aoc2015.Day07 (parse, part1, part2, Circuit, Gate (..), Does (..), Source (..), loeb, settled, signals, output) where

import Control.Applicative (empty, (<|>))
import Control.DeepSeq (NFData)
import Control.Monad (join)
import Control.Monad.ST (ST)
import Data.Bits (complement, shiftL, shiftR, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.IntSet as IntSet
import Data.Maybe (catMaybes)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import qualified Data.Vector.Unboxed.Mutable as M
import Data.Word (Word16)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The gate that drives each wire, if one does. A wire's number has its letters as digits in base 27.
type Circuit = V.Vector (Maybe Gate)

data Gate = Gate !Does !Source !Source
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

data Does = Pass | Not | And | Or | ShiftLeft | ShiftRight
  deriving stock (Show, Enum, Bounded, Generic)
  deriving anyclass (NFData)

data Source = Wire !Int | Number !Word16
  deriving stock (Show, Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Circuit
parse text = case linesOf wrong ((,) <$> gate <* tag " -> " <*> wire) text of
  Left bad | line bad > 1 -> parse (B.intercalate "\n" (take (line bad - 1) (B.split '\n' text))) *> Left bad
  told -> told >>= driven
  where
    driven gates
      | length (catMaybes (V.toList circuit)) == V.length gates = Right (settled circuit)
      | otherwise = Left (InvalidInput (1 + length (takeWhile id (zipWith IntSet.notMember wires before))) wrong)
      where
        wires = V.toList (snd <$> gates)
        before = scanl (flip IntSet.insert) IntSet.empty wires
        circuit = V.update (V.replicate (1 + maximum wires) Nothing) ((\(reads', to) -> (to, Just reads')) <$> gates)
    wrong = "expected a gate that drives a wire of its own, as y AND z -> x, with numbers to 65535 and shifts to 15"

gate :: Reader Gate
gate = (Gate Not . Wire <$> (tag "NOT " *> wire) <*> pure (Number 0)) <|> (source >>= after)
  where
    after x =
      (Gate And x <$> (tag " AND " *> source))
        <|> (Gate Or x <$> (tag " OR " *> source))
        <|> (Gate ShiftLeft x <$> (shifted x *> tag " LSHIFT " *> number 15))
        <|> (Gate ShiftRight x <$> (shifted x *> tag " RSHIFT " *> number 15))
        <|> pure (Gate Pass x (Number 0))
    shifted x = case x of
      Wire _ -> pure ()
      Number _ -> empty
    source = (Wire <$> wire) <|> number 65535
    number most = Number . fromIntegral <$> natural most
{-# INLINE gate #-}

wire :: Reader Int
wire = valid ((\letters -> if letters > 0 then Just letters else Nothing) <$> folding letter 0)
  where
    letter before sign
      | 'a' <= sign && sign <= 'z' && before < 27 * 27 * 27 = Just (27 * before + fromEnum sign - 96)
      | otherwise = Nothing
{-# INLINE wire #-}

part1 :: Circuit -> Either NoAnswer Int
part1 circuit = maybe (Left (NoAnswer "wire a gets no signal")) (Right . fromIntegral) (join (signals circuit V.!? 1))

part2 :: Circuit -> Either NoAnswer Int
part2 circuit = do
  signal <- part1 circuit
  part1 (V.imap (\to driver -> if to == 2 then Just (Gate Pass (Number (fromIntegral signal)) (Number 0)) else driver) circuit)

-- | Functions of a whole become that whole.
loeb :: (Functor f) => f (f a -> a) -> f a
loeb told = whole'
  where
    whole' = fmap ($ whole') told

-- | A circuit without the gates that wait for themselves, or for one that does.
settled :: Circuit -> Circuit
settled circuit = V.imap (\to driver -> if fine U.! to then driver else Nothing) circuit
  where
    fine = U.create $ do
      found <- M.replicate (V.length circuit) False
      seen <- M.replicate (V.length circuit) False
      found <$ mapM_ (visit circuit seen found) [0 .. V.length circuit - 1]

-- | Can a wire's signal be worked out? Not as long as this is being asked of it.
visit :: Circuit -> M.MVector s Bool -> M.MVector s Bool -> Int -> ST s Bool
visit circuit seen fine = go
  where
    go to = maybe (pure True) (known to) (join (circuit V.!? to))
    known to (Gate _ x y) =
      M.read seen to >>= \case
        True -> M.read fine to
        False -> do
          M.write seen to True
          both <- (&&) <$> source x <*> source y
          both <$ M.write fine to both
    source (Number _) = pure True
    source (Wire from) = go from

-- | What each wire of a settled circuit carries, if anything.
signals :: Circuit -> V.Vector (Maybe Word16)
signals circuit = loeb (maybe (const Nothing) output <$> circuit)

-- | What a gate makes of all signals.
output :: Gate -> V.Vector (Maybe Word16) -> Maybe Word16
output (Gate does x y) known = apply <$> signal x <*> signal y
  where
    signal (Number number) = Just number
    signal (Wire from) = join (known V.!? from)
    apply a b = case does of
      Pass -> a
      Not -> complement a
      And -> a .&. b
      Or -> a .|. b
      ShiftLeft -> a `shiftL` fromIntegral b
      ShiftRight -> a `shiftR` fromIntegral b
