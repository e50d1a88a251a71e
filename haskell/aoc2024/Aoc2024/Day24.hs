-- | Crossed Wires: an adder is written once, over any meaning of a gate, and a circuit is one of its meanings.
--
-- With truth values for wires it adds. In a circuit a wire is what a gate puts out, a gate is looked up by its inputs, and what outputs become is
-- tried, in a monad of all ways: so the adder, run in a broken circuit, says how to repair it.
module Aoc2024.Day24 (parse, part1, part2, Operation (..), Logic (..), adder, apply) where

import Control.Applicative (empty, (<|>))
import Control.DeepSeq (NFData (..))
import Control.Monad (ap, foldM, guard, liftM, unless)
import qualified Data.ByteString.Char8 as B
import Data.Char (isAsciiLower, isDigit, ord)
import Data.Int (Int16)
import qualified Data.IntMap.Strict as M
import qualified Data.IntSet as S
import Data.List (intercalate, nub, sort)
import Data.Maybe (isJust)
import qualified Data.Vector as V
import qualified Data.Vector.Unboxed as U
import GHC.Generics (Generic)
import Numeric (showIntAtBase)
import Threefold.Contract
import Threefold.Reading

data Operation = And | Or | Xor
  deriving stock (Eq, Show, Enum)

apply :: Operation -> Bool -> Bool -> Bool
apply And = (&&)
apply Or = (||)
apply Xor = (/=)

-- | A name's three signs as a number in base 36.
type Name = Int

-- | A wire's number. First come x and y, and then the outputs, in the order of their gates.
type Wire = Int

-- | An operation, its inputs and the output, by name or by number.
data Gate = Gate {operation :: !Operation, inputA :: !Int, inputB :: !Int, output :: !Int}

instance NFData Gate where
  rnf = (`seq` ()) -- which is all of it

-- | Bits of x, values of x and y, gates, the wires of z, and names of wires.
data Circuit = Circuit !Int !(U.Vector Bool) !(V.Vector Gate) !(U.Vector Wire) !(U.Vector Name)
  deriving stock (Generic)
  deriving anyclass (NFData)

parse :: Text -> Either InvalidInput Circuit
parse text = do
  (start, found) <- whole form text
  let count = U.length start `quot` 2
      names = namesOf count found
      number = numbers names
      gates = V.map (\(Gate how a b out) -> Gate how (number a) (number b) (number out)) found
      sums = U.generate (count + 1) (number . bitOf 'z')
      isComplete = V.length found == 5 * count - 3 && U.all (>= 0) sums && V.all (\(Gate _ a b _) -> min a b >= 0) gates
  if isComplete then Right (Circuit count start gates sums names) else Left (InvalidInput (1 + B.count '\n' text) wrongGate)
  where
    form = do
      (axes, start) <- U.unzip <$> fittingBlock wrongValue (inOrder . U.map fst) ((,) <$> name <* tag ": " <*> ((False <$ tag "0") <|> (True <$ tag "1")))
      let count = U.length axes `quot` 2
      if axes == namesOf count V.empty then blank "expected an empty line" else lineOf wrongValue empty
      (start,) <$> fittingBlock wrongGate (areNew count) (valid (gate count <$> name <* tag " " <*> kind <* tag " " <*> name <* tag " -> " <*> name))
    kind = (And <$ tag "AND") <|> (Or <$ tag "OR") <|> (Xor <$ tag "XOR")
    gate count a how b out = Gate how a b out <$ guard (a /= b && not (out > bitOf 'z' count && out `rem` 36 < 10 && out `rem` 1296 < 360))
    wrongValue = "expected a value as x00: 1, from x00 on, and then as many from y00 on, of 62 bits at most"
    wrongGate = "expected a gate as abc AND x00 -> z01, of two wires that have values or gates, with a new output"

name :: Reader Name
name = valid (number <$> folding more 1)
  where
    -- a 1 before its digits tells when there are three of them
    more value byte = 36 * value + digit byte <$ guard (value < 46656 && (isAsciiLower byte || isDigit byte))
    number value = value - 46656 <$ guard (value >= 46656)
{-# INLINE name #-}

digit :: Char -> Int
digit byte = if isDigit byte then ord byte - 48 else ord byte - 87

written :: Name -> String
written one = drop 1 (showIntAtBase 36 ((['0' .. '9'] <> ['a' .. 'z']) !!) (46656 + one) "")

-- | A bit of x, y or z.
bitOf :: Char -> Int -> Name
bitOf letter place = 1296 * digit letter + 36 * (place `quot` 10) + place `rem` 10

-- | x00, x01 and so on, then y00, y01 and so on, and then outputs.
namesOf :: Int -> V.Vector Gate -> U.Vector Name
namesOf count gates = U.fromList [bitOf letter place | letter <- "xy", place <- [0 .. count - 1]] <> V.convert (V.map output gates)

inOrder :: U.Vector Name -> Bool
inOrder found = count <= 62 && found == U.take (U.length found) (namesOf count V.empty)
  where
    count = U.length (U.takeWhile (< bitOf 'y' 0) found)

-- | The place of each name, the last if there are more, and -1 if there is none.
numbers :: U.Vector Name -> Name -> Int
numbers names = fromIntegral . (U.update (U.replicate 46656 (-1)) (U.imap (\at one -> (one, fromIntegral at :: Int16)) names) U.!)

areNew :: Int -> V.Vector Gate -> Bool
areNew count gates = V.length gates <= 5 * count - 3 && U.map (numbers names) names == U.enumFromN 0 (U.length names)
  where
    names = namesOf count gates

-- | The number on z: each wire is what its gate makes of others, in a vector that refers to itself.
part1 :: Circuit -> Either NoAnswer Int
part1 (Circuit count start gates sums _) = case foldM (reach (V.length gates)) S.empty (U.toList sums) of
  Nothing -> Left (NoAnswer "a wire waits for itself")
  _ -> Right (U.foldr (\wire number -> 2 * number + fromEnum (value wire)) 0 sums)
  where
    value wire = if wire < 2 * count then start U.! wire else known V.! (wire - 2 * count)
    known = V.map (\(Gate how a b _) -> apply how (value a) (value b)) gates
    -- With a wire all that it waits for is reached, by at most so many gates in a row, as a way through all gates and more goes in a circle.
    reach left reached wire
      | wire < 2 * count || S.member wire reached = Just reached
      | left == (0 :: Int) = Nothing
      | Gate _ a b _ <- gates V.! (wire - 2 * count) = S.insert wire <$> foldM (reach (left - 1)) reached [a, b]

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

-- | Outputs that stay, what those become that are swapped, and how many are or have to be.
data State = State !S.IntSet !(M.IntMap Wire) !Int

-- | All ways to go on from a state, and where they end.
newtype Ways a = Ways {from :: State -> (a -> State -> [State]) -> [State]}

instance Functor Ways where
  fmap = liftM

instance Applicative Ways where
  pure value = Ways (\state go -> go value state)
  (<*>) = ap

instance Monad Ways where
  ways >>= more = Ways (\state go -> from ways state (\value after -> from (more value) after go))

part2 :: Circuit -> Either NoAnswer String
part2 circuit@(Circuit count _ _ _ names) = case nub [M.keys swaps | State _ swaps 8 <- from (adder logic (zip [0 .. count - 1] [count ..])) start (const pure)] of
  [found] -> Right (intercalate "," (map written (sort (map (names U.!) found))))
  _ -> Left (NoAnswer "not just one set of four swaps makes an adder")
  where
    (logic, start) = broken circuit

-- | Gates of a circuit with wrong outputs: a wire is an input or an output as it is now, and a gate is found by what its inputs become.
broken :: Circuit -> (Logic Ways Wire, State)
broken (Circuit count _ gates sums names) = (Logic gate is, State S.empty M.empty (U.length (U.filter id misfits)))
  where
    wires = U.length names
    isInput = (< 2 * count)
    -- The gate to which a wire goes, and with which other output.
    users = U.replicate (3 * wires) (-1) `U.update` uses inputA `U.update` uses inputB
    uses input = U.generate (V.length gates) (\at -> let one = gates V.! at in (fromEnum (operation one) * wires + input one, at))
    user how one = let at = users U.! (fromEnum how * wires + one) in if at < 0 then Nothing else Just (gates V.! at)
    partner how one = [a + b - one | Just (Gate _ a b _) <- [user how one], not (isInput a || isInput b)]
    goesTo how one = not (null (partner how one))
    gate how a b = do
      (a', b') <- if isInput a then pure (a, b) else Ways (\state go -> concatMap (`go` state) (pairs how a b state))
      unless (isInput a) (settle a a' *> settle b b')
      Ways $ \state go -> case user how a' of
        Just (Gate _ c d out) | c == b' || d == b' -> go out state
        _ -> []
    is place out = settle out (sums U.! place)
    -- What may become of two outputs that share a gate. With no swap to spare one of them stays, or each becomes the other.
    pairs how a b state@(State _ _ changed)
      | Just a' <- becomes a state = with a'
      | Just b' <- becomes b state = turned b'
      | changed + cost a + cost b <= 8 = concatMap with [2 * count .. wires - 1]
      | otherwise = with a ++ filter ((/= a) . fst) (turned b) ++ with b
      where
        with one = [(one, other) | other <- partner how one]
        turned one = [(other, one) | other <- partner how one]
    cost out = if misfits U.! out then 0 else 1
    becomes out (State stays swaps _) = if S.member out stays then Just out else M.lookup out swaps
    -- An output stays as it is, or is swapped with another, once at most.
    settle old new = Ways $ \state@(State stays swaps changed) go ->
      let more = changed + cost old + cost new
       in if
              | Just now <- becomes old state -> if now == new then go () state else []
              | old == new -> go () (State (S.insert old stays) swaps changed)
              | more > 8 || isJust (becomes new state) -> []
              | otherwise -> go () (State stays (M.insert old new (M.insert new old swaps)) more)
    -- Outputs that do not go where such a gate's have to go.
    misfits = U.generate wires (\wire -> not (isInput wire || fits (gates V.! (wire - 2 * count))))
    fits (Gate Xor a b out) = if isInput a && isInput b && min a b > 0 then goesTo Xor out else out `U.elem` sums
    fits (Gate And a b out) | min a b > 0 = goesTo Or out
    fits (Gate _ _ _ out) = goesTo Xor out || out == U.last sums
