-- | Some Assembly Required: a signal is a function of all signals, and the circuit is where that is at rest.
--
-- Each gate is told as what it makes of the finished circuit, which does not exist yet. 'loeb' hands
-- it over all the same, and laziness works every wire out when it is first asked for. Gates on loops would wait for themselves;
-- they are removed first.
module Aoc2015.Day07 (parse, part1, part2, Circuit, Gate (..), Does (..), Source (..), loeb, settled, signals, output) where

import Control.Applicative (empty, (<|>))
import Control.DeepSeq (NFData)
import Control.Monad (join)
import Data.Bits (complement, shiftL, shiftR, (.&.), (.|.))
import qualified Data.IntMap as IntMap
import qualified Data.IntSet as IntSet
import Data.List (foldl')
import Data.Word (Word16)
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | The gate that drives each wire, whose letters are digits in base 27.
type Circuit = IntMap.IntMap Gate

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
parse = fmap (settled . IntMap.fromList) . whole (onward wrong IntSet.empty line')
  where
    line' driven = valid (new driven <$> gate <* tag " -> " <*> wire)
    new driven reads' to
      | IntSet.member to driven = Nothing
      | otherwise = Just ((to, reads'), IntSet.insert to driven)
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

wire :: Reader Int
wire = valid ((\letters -> if letters > 0 then Just letters else Nothing) <$> folding letter 0)
  where
    letter before sign
      | 'a' <= sign && sign <= 'z' && before < 27 * 27 * 27 = Just (27 * before + fromEnum sign - 96)
      | otherwise = Nothing

part1 :: Circuit -> Either NoAnswer Int
part1 circuit = maybe (Left (NoAnswer "wire a gets no signal")) (Right . fromIntegral) (join (IntMap.lookup 1 (signals circuit)))

part2 :: Circuit -> Either NoAnswer Int
part2 circuit = do
  signal <- part1 circuit
  part1 (IntMap.insert 2 (Gate Pass (Number (fromIntegral signal)) (Number 0)) circuit)

-- | Functions of a whole become that whole.
loeb :: (Functor f) => f (f a -> a) -> f a
loeb told = whole'
  where
    whole' = fmap ($ whole') told

-- | A circuit without the gates that wait for themselves, or for one that does.
settled :: Circuit -> Circuit
settled circuit = IntMap.filterWithKey (\to _ -> IntMap.findWithDefault False to all') circuit
  where
    all' = foldl' (\known to -> fst (visit known to)) IntMap.empty (IntMap.keys circuit)
    visit known to
      | Just found <- IntMap.lookup to known = (known, found)
      | Just (Gate _ x y) <- IntMap.lookup to circuit =
        let (known', fine) = wait x (IntMap.insert to False known)
            (known'', fine') = wait y known'
            both = fine && fine'
         in (if both then IntMap.insert to both known'' else known'', both)
      | otherwise = (known, True)
    wait (Number _) known = (known, True)
    wait (Wire from) known = visit known from

-- | What each wire of a settled circuit carries, if anything.
signals :: Circuit -> IntMap.IntMap (Maybe Word16)
signals circuit = loeb (output <$> circuit)

-- | What a gate makes of all signals.
output :: Gate -> IntMap.IntMap (Maybe Word16) -> Maybe Word16
output (Gate does x y) known = apply <$> signal x <*> signal y
  where
    signal (Number number) = Just number
    signal (Wire from) = join (IntMap.lookup from known)
    apply a b = case does of
      Pass -> a
      Not -> complement a
      And -> a .&. b
      Or -> a .|. b
      ShiftLeft -> a `shiftL` fromIntegral b
      ShiftRight -> a `shiftR` fromIntegral b
