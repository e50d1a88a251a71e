-- | Crossed Wires: an adder is written once, over any meaning of a gate, and a circuit is one of its meanings.
--
-- With truth values for wires it adds. In a circuit a wire is what a gate puts out, a gate is looked up by the names of its inputs, and outputs are named by
-- trial, in a monad of all ways: so the adder, run in a broken circuit, says how to repair it.
module Aoc2024.Day24 (parse, part1, part2, Operation (..), Logic (..), adder, apply) where

import Control.Applicative (empty, (<|>))
import Control.DeepSeq (NFData)
import Control.Monad (ap, foldM, guard, liftM, liftM2, unless)
import Data.Bits
import Data.ByteString.Builder (Builder, stringUtf8)
import qualified Data.ByteString.Char8 as B
import Data.Char (chr, isAsciiLower, isDigit, ord)
import Data.Graph (SCC (..), stronglyConnComp)
import qualified Data.IntMap.Lazy as L
import qualified Data.IntMap.Strict as M
import qualified Data.IntSet as S
import Data.List (intercalate, nub)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

data Operation = And | Or | Xor
  deriving stock (Eq, Ord, Show, Enum, Bounded, Generic)
  deriving anyclass (NFData)

apply :: Operation -> Bool -> Bool -> Bool
apply operation = case operation of
  And -> (&&)
  Or -> (||)
  Xor -> (/=)

-- | A wire, by its name's three bytes as a number in base 256.
type Wire = Int

-- | An operation, its inputs, the smaller first, and the output.
data Gate = Gate {operation :: !Operation, inputA :: !Wire, inputB :: !Wire, output :: !Wire}
  deriving stock (Generic)
  deriving anyclass (NFData)

data Circuit = Circuit {bits :: !Int, values :: !(M.IntMap Bool), gates :: !(V.Vector Gate)}
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Circuit
parse text = do
  circuit <- whole form text
  if isComplete circuit then Right circuit else Left (InvalidInput (1 + B.count '\n' text) wrongGate)
  where
    form = do
      pairs <- fittingBlock wrongValue inOrder ((,) <$> wire <* tag ": " <*> ((False <$ tag "0") <|> (True <$ tag "1")))
      let count = V.length pairs `quot` 2
          start = M.fromList (V.toList pairs)
      if V.map fst pairs == V.fromList (axes count) then blank "expected an empty line" else lineOf wrongValue empty
      Circuit count start <$> fittingBlock wrongGate (areNew start count) (valid (gate <$> wire <* tag " " <*> kind <* tag " " <*> wire <* tag " -> " <*> wire))
    kind = (And <$ tag "AND") <|> (Or <$ tag "OR") <|> (Xor <$ tag "XOR")
    gate a how b out = Gate how (min a b) (max a b) out <$ guard (a /= b)
    wrongValue = "expected a value as x00: 1, from x00 on, and then as many from y00 on, of 62 bits at most"
    wrongGate = "expected a gate as abc AND x00 -> z01, of two wires that have values or gates, with a new output"

wire :: Reader Wire
wire = (\a b c -> code [a, b, c]) <$> sign <*> sign <*> sign
  where
    sign = char (\byte -> isAsciiLower byte || isDigit byte)

code :: String -> Wire
code = foldl (\found byte -> 256 * found + ord byte) 0

name :: Wire -> String
name number = [chr (number `shiftR` 16), chr (number `shiftR` 8 .&. 255), chr (number .&. 255)]

-- | A bit of x, y or z.
bitOf :: Char -> Int -> Wire
bitOf letter place = code [letter, chr (48 + place `quot` 10), chr (48 + place `rem` 10)]

axes :: Int -> [Wire]
axes count = [bitOf letter place | letter <- "xy", place <- [0 .. count - 1]]

-- | Is each line the next of x00, x01 and so on, then y00, y01 and so on?
inOrder :: V.Vector (Wire, Bool) -> Bool
inOrder pairs = count <= 62 && and (zipWith (==) found expected) && length found <= 2 * count
  where
    found = map fst (V.toList pairs)
    expected = axes count
    count = length (takeWhile (< code "y00") found)

areNew :: M.IntMap Bool -> Int -> V.Vector Gate -> Bool
areNew start count found = V.length found <= 5 * count - 3 && S.size outputs == V.length found && all isNew (S.toList outputs)
  where
    outputs = S.fromList (map output (V.toList found))
    isNew out = M.notMember out start && (out <= bitOf 'z' count || out > code "z99" || not (all isDigit (drop 1 (name out))) || head (name out) /= 'z')

isComplete :: Circuit -> Bool
isComplete (Circuit count start found) = V.length found == 5 * count - 3 && S.isSubsetOf needed known
  where
    known = S.fromList (M.keys start ++ map output (V.toList found))
    needed = S.fromList (map (bitOf 'z') [0 .. count] ++ concatMap (\gate -> [inputA gate, inputB gate]) (V.toList found))

-- | The number on z: each wire is what its gate makes of others, in a map that refers to itself.
part1 :: Circuit -> Either NoAnswer Int
part1 (Circuit count start found) = maybe (Left (NoAnswer "a wire waits for itself")) (Right . foldr place 0) (traverse (known L.!) sums)
  where
    sums = map (bitOf 'z') [0 .. count]
    place value number = 2 * number + fromEnum value
    known = L.union (L.map Just start) (L.fromList [(output gate, value gate) | gate <- V.toList found])
    value (Gate how a b out)
      | S.member out circular = Nothing
      | otherwise = liftM2 (apply how) (known L.! a) (known L.! b)
    circular = S.fromList (concat [outs | CyclicSCC outs <- stronglyConnComp [(out, out, [a, b]) | Gate _ a b out <- V.toList found]])

-- | What wires are made of: how a gate is made, and what it means that a wire is a bit of the sum.
data Logic m w = Logic {gateOf :: Operation -> w -> w -> m w, isSum :: Int -> w -> m ()}

-- | Two numbers are added, given from their lowest bits on.
adder :: (Monad m) => Logic m w -> [(w, w)] -> m ()
adder _ [] = pure ()
adder (Logic gate is) ((x0, y0) : more) = do
  gate Xor x0 y0 >>= is 0
  lowest <- gate And x0 y0
  foldM full lowest (zip [1 ..] more) >>= is (length more + 1)
  where
    full carry (place, (x, y)) = do
      a <- gate Xor x y
      b <- gate And x y
      gate Xor a carry >>= is place
      c <- gate And a carry
      gate Or b c

-- | What becomes of outputs about which that is settled, and how many change or have to.
data State = State {settled :: !(M.IntMap Wire), swapped :: !Int}

-- | All ways to go on.
newtype Ways a = Ways {from :: State -> [(a, State)]}

instance Functor Ways where
  fmap = liftM

instance Applicative Ways where
  pure value = Ways (\state -> [(value, state)])
  (<*>) = ap

instance Monad Ways where
  ways >>= more = Ways (concatMap (\(value, after) -> from (more value) after) . from ways)

part2 :: Circuit -> Either NoAnswer Builder
part2 circuit = case nub [names state | ((), state) <- from (adder logic inputs) start, swapped state == 8] of
  [found] -> Right (stringUtf8 found)
  _ -> Left (NoAnswer "not just one set of four swaps makes an adder")
  where
    (logic, start) = broken circuit
    inputs = [(bitOf 'x' place, bitOf 'y' place) | place <- [0 .. bits circuit - 1]]
    names state = intercalate "," [name old | (old, new) <- M.toAscList (settled state), old /= new]

-- | Gates of a circuit with wrong outputs: a wire is an input or an output as it is now, and a gate is found by what its inputs become.
broken :: Circuit -> (Logic Ways Wire, State)
broken (Circuit count values gates) = (Logic gate is, State M.empty (S.size misfits))
  where
    outputs = M.fromList [(key how a b, out) | Gate how a b out <- V.toList gates]
    key how a b = fromEnum how `shiftL` 48 .|. min a b `shiftL` 24 .|. max a b
    isInput one = M.member one values
    partners = V.fromList [M.fromList (concat [[(a, b), (b, a)] | Gate how a b _ <- V.toList gates, how == one, not (isInput a), not (isInput b)]) | one <- [And ..]]
    partner how one = M.lookup one (partners V.! fromEnum how)
    goesTo how one = M.member one (partners V.! fromEnum how)
    gate how a b = do
      (a', b') <- if isInput a then pure (a, b) else Ways (\state -> [(pair, state) | pair <- pairs how a b state])
      unless (isInput a) (settle a a' *> settle b b')
      Ways (\state -> [(out, state) | Just out <- [M.lookup (key how a' b') outputs]])
    is place out = settle out (bitOf 'z' place)
    -- What may become of two outputs that share a gate. With no swap to spare one of them stays, or each becomes the other.
    pairs how a b (State known changed) = case (M.lookup a known, M.lookup b known) of
      (Just a', _) -> with a'
      (_, Just b') -> turned b'
      _ | changed + cost a + cost b <= 8 -> M.toList (partners V.! fromEnum how)
      _ -> nub (with a ++ turned b ++ with b)
      where
        with one = [(one, other) | Just other <- [partner how one]]
        turned one = [(other, one) | Just other <- [partner how one]]
    cost out = if S.member out misfits then 0 else 1
    -- An output stays as it is, or is swapped with another, once at most.
    settle old new = Ways $ \(State known changed) ->
      let after = M.insert old new (M.insert new old known)
          more = if old == new || M.member old known then 0 else cost old + cost new
       in [((), State after (changed + more)) | M.findWithDefault new old known == new, M.findWithDefault old new known == old, changed + more <= 8]
    -- Outputs that do not go where such a gate's have to go.
    misfits = S.fromList [out | Gate how a b out <- V.toList gates, not (fits how (isInput a && isInput b) (min a b == bitOf 'x' 0) out)]
    fits Xor True False out = goesTo Xor out
    fits Xor _ _ out = isSumBit out
    fits And _ False out = goesTo Or out
    fits _ _ _ out = goesTo Xor out || out == bitOf 'z' count
    isSumBit out = S.member out (S.fromList (map (bitOf 'z') [0 .. count]))
