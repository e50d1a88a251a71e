-- | Arithmetic Logic Unit: a program is a polymorphic function, and runs on numbers or on symbols.
--
-- What a program means is written in the tagless final style. 'run' turns it into a function
--
-- > forall v. Alu v => [v] -> Maybe v
--
-- from digits to what is left in z, and what @v@ is, is for the caller to choose. An instance of
-- 'Alu' is an interpreter: it says what numbers are, and what the five operations do with them.
--
-- 'Number' is what the puzzle tells of. 'Symbolic' knows no digit of the model number, and names
-- each by its place. Its numbers are numerals in base 26, where a digit with something added
-- fills one place. That is enough, for such programs only put places at the end and take them off.
-- There is one question that it can't answer: are two digits equal? It says yes, and notes that
-- beside the result, so that a symbolic number holds for digits that satisfy its equations. In
-- the end z is 0 /under the equations of an accepted number/, and these are read off.
--
-- That no other number is accepted is known of blocks that push a digit or pop one (the notes have the
-- proof), so the program has to be made of these. Run on 'Number', it says once more that the
-- number found is accepted. The law is that interpreters agree.
module Aoc2021.Day24
  ( parse,
    part1,
    part2,

    -- * Programs
    Program,
    Instruction (..),
    Operation (..),
    Register (..),
    Operand (..),
    fromInstructions,
    block,
    isBlocks,
    run,

    -- * Interpreters
    Alu (..),
    Number (..),
    Symbolic (..),
    Place (..),
    Equation (..),
    digit,
  )
where

import Control.DeepSeq (NFData)
import Data.Bits (shiftL, shiftR, xor, (.&.), (.|.))
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Unsafe as B (unsafeIndex)
import Data.Char (isDigit)
import qualified Data.List as List
import Data.Set (Set)
import qualified Data.Set as Set
import qualified Data.Vector.Unboxed as U
import Threefold.Contract

-- * Programs

-- | What is done to a register, and with what.
data Instruction = Instruction !Operation !Register !Operand
  deriving stock (Eq, Show)

-- | The operand of 'Inp' is @'Constant' 0@.
data Operation = Inp | Add | Mul | Div | Mod | Eql
  deriving stock (Eq, Show, Enum, Bounded)

data Register = W | X | Y | Z
  deriving stock (Eq, Show, Enum, Bounded)

data Operand = Of !Register | Constant !Int
  deriving stock (Eq, Show)

-- | Instructions, a word each.
newtype Program = Program (U.Vector Int)
  deriving newtype (Eq, Show, NFData)

fromInstructions :: [Instruction] -> Program
fromInstructions = Program . U.fromList . map encode

encode :: Instruction -> Int
encode (Instruction operation register operand) = coded operation (fromEnum register) $ case operand of
  Of other -> otherRegister (fromEnum other)
  Constant n -> constant n

-- | The word for an operation, a register by its number, and what is said of the operand.
coded :: Operation -> Int -> Int -> Int
coded operation register operand = fromEnum operation .|. register `shiftL` 3 .|. operand

otherRegister, constant :: Int -> Int
otherRegister register = register `shiftL` 5
constant n = 1 `shiftL` 7 .|. n `shiftL` 8

decode :: Int -> Instruction
decode code = Instruction (toEnum (code .&. 7)) (register 3) operand
  where
    register at = toEnum (code `shiftR` at .&. 3)
    operand
      | code `shiftR` 7 .&. 1 == 0 = Of (register 5)
      | otherwise = Constant (code `shiftR` 8)
{-# INLINE decode #-}

-- * Interpreters

-- | What a program can be run on.
class Alu v where
  number :: Int -> v
  plus, times, quotient, remainder, equal :: v -> v -> v

data Registers v = Registers !v !v !v !v

-- | What a program leaves in z, if it reads no more than it is given.
run :: (Alu v) => Program -> [v] -> Maybe v
run (Program codes) = go 0 (Registers zero zero zero zero)
  where
    zero = number 0
    go !at registers@(Registers w x y z) inputs
      | at == U.length codes = Just z
      | Instruction operation register operand <- decode (U.unsafeIndex codes at) =
        let value = \case W -> w; X -> x; Y -> y; Z -> z
            before = value register
            other = case operand of Of source -> value source; Constant n -> number n
            next rest v = go (at + 1) (put register v registers) rest
         in case operation of
              Inp | v : rest <- inputs -> next rest v
              Inp -> Nothing
              Add -> next inputs (plus before other)
              Mul -> next inputs (times before other)
              Div -> next inputs (quotient before other)
              Mod -> next inputs (remainder before other)
              Eql -> next inputs (equal before other)
{-# SPECIALIZE run :: Program -> [Number] -> Maybe Number #-}
{-# SPECIALIZE run :: Program -> [Symbolic] -> Maybe Symbolic #-}

put :: Register -> v -> Registers v -> Registers v
put register v (Registers w x y z) = case register of
  W -> Registers v x y z
  X -> Registers w v y z
  Y -> Registers w x v z
  Z -> Registers w x y v
{-# INLINE put #-}

-- | What the puzzle tells of, in a machine's words.
data Number = Number !Int | Failed
  deriving stock (Eq, Show)

instance Alu Number where
  number = Number
  plus = both (const (const True)) (+)
  times = both (const (const True)) (*)
  quotient = both (\_ b -> b /= 0) quot
  remainder = both (\a b -> a >= 0 && b > 0) rem
  equal = both (const (const True)) (\a b -> fromEnum (a == b))

both :: (Int -> Int -> Bool) -> (Int -> Int -> Int) -> Number -> Number -> Number
both allowed f (Number a) (Number b) | allowed a b = Number (f a b)
both _ _ _ _ = Failed
{-# INLINE both #-}

-- | A numeral in base 26, lowest place first and none at the end that is 0. It holds for the digits
-- that satisfy some equations.
data Symbolic = Symbolic !(Set Equation) ![Place] | Unknown
  deriving stock (Eq, Show)

-- | A number, or a digit of the model number (by where it is) with a number added.
data Place = Known !Int | Digit !Int !Int
  deriving stock (Eq, Show)

-- | The digit at the first place is the one at the second, and the number added.
data Equation = Equation !Int !Int !Int
  deriving stock (Eq, Ord, Show)

-- | A digit of the model number.
digit :: Int -> Symbolic
digit at = Symbolic Set.empty [Digit at 0]

instance Alu Symbolic where
  number n = Symbolic Set.empty (onto (Known n) [])

  plus = lifted $ \a b -> case (a, b) of
    ([], _) -> Just b
    (_, []) -> Just a
    (p : ps, q : qs) | null ps || null qs -> (`onto` (ps <> qs)) <$> add p q
    _ -> Nothing
    where
      add (Known m) (Known n) = Just (Known (m + n))
      add (Known m) (Digit at n) = Just (Digit at (m + n))
      add (Digit at m) (Known n) = Just (Digit at (m + n))
      add _ _ = Nothing

  -- Nothing has to be known of what is multiplied by 0.
  times _ zero@(Symbolic _ []) = zero
  times zero@(Symbolic _ []) _ = zero
  times one other = lifted multiplied one other
    where
      multiplied a [Known 1] = Just a
      multiplied [Known 1] b = Just b
      multiplied a [Known 26] = Just (onto (Known 0) a)
      multiplied [Known m] [Known n] = Just (onto (Known (m * n)) [])
      multiplied _ _ = Nothing

  quotient = lifted $ \a b -> case b of
    [Known 1] -> Just a
    [Known 26] | all isBelow26 a -> Just (drop 1 a)
    [Known n] | [Known m] <- a -> Just (onto (Known (quot m n)) [])
    _ -> Nothing

  remainder = lifted $ \a b -> case (a, b) of
    ([], [Known n]) | n > 0 -> Just []
    (lowest : _, [Known 26]) | all isBelow26 a -> Just (onto lowest [])
    ([Known m], [Known n]) | m >= 0 && n > 0 -> Just (onto (Known (rem m n)) [])
    _ -> Nothing

  equal one other = case (single one, single other) of
    (Just p, Just q) | greatest p < least q || greatest q < least p -> says []
    (Just (Known _), Just (Known _)) -> says [Known 1]
    (Just (Digit i m), Just (Digit j n)) -> case compare i j of
      LT -> assuming (Equation j i (m - n)) (says [Known 1])
      GT -> assuming (Equation i j (n - m)) (says [Known 1])
      EQ -> says [Known 1 | m == n]
    _ -> Unknown
    where
      says answer' = lifted (\_ _ -> Just answer') one other
      single = \case
        Symbolic _ [] -> Just (Known 0)
        Symbolic _ [p] -> Just p
        _ -> Nothing

-- | What can be said of two numerals holds under the equations of both.
lifted :: ([Place] -> [Place] -> Maybe [Place]) -> Symbolic -> Symbolic -> Symbolic
lifted said (Symbolic e a) (Symbolic f b) | Just places <- said a b = Symbolic (together e f) places
lifted _ _ _ = Unknown
{-# INLINE lifted #-}

assuming :: Equation -> Symbolic -> Symbolic
assuming equation = \case
  Symbolic equations places -> Symbolic (Set.insert equation equations) places
  Unknown -> Unknown

together :: Set Equation -> Set Equation -> Set Equation
together e f
  | Set.null f = e
  | Set.null e = f
  | otherwise = Set.union e f

-- | A numeral with one more place below.
onto :: Place -> [Place] -> [Place]
onto (Known 0) [] = []
onto p ps = p : ps

isBelow26 :: Place -> Bool
isBelow26 p = least p >= 0 && greatest p < 26

least, greatest :: Place -> Int
least = \case Known n -> n; Digit _ n -> n + 1
greatest = \case Known n -> n; Digit _ n -> n + 9

-- * The parts

part1 :: Program -> Either NoAnswer Int
part1 = accepted maximum

part2 :: Program -> Either NoAnswer Int
part2 = accepted minimum

-- | The number accepted that has the best digits.
accepted :: ([Int] -> Int) -> Program -> Either NoAnswer Int
accepted best program
  | not (isBlocks program) = Left (NoAnswer "the program is not fourteen blocks that push a digit or pop one")
  | Just (Symbolic equations []) <- run program (map digit [0 .. 13]),
    digits <- U.toList (U.replicate 14 0 U.// concatMap solved equations),
    Just (Number 0) <- run program (map Number digits) =
    Right (List.foldl' (\n d -> 10 * n + d) 0 digits)
  | otherwise = Left (NoAnswer "the program accepts no model number")
  where
    solved (Equation second first offset) =
      let d = best [max 1 (1 - offset) .. min 9 (9 - offset)] in [(first, d), (second, d + offset)]

-- | A block: what z is divided by, what is added to its last place when that is compared with the
-- digit, and what is added to the digit when that is put at the end.
block :: Int -> Int -> Int -> [Instruction]
block divisor guess extra =
  [ Instruction Inp W (Constant 0),
    Instruction Mul X (Constant 0),
    Instruction Add X (Of Z),
    Instruction Mod X (Constant 26),
    Instruction Div Z (Constant divisor),
    Instruction Add X (Constant guess),
    Instruction Eql X (Of W),
    Instruction Eql X (Constant 0),
    Instruction Mul Y (Constant 0),
    Instruction Add Y (Constant 25),
    Instruction Mul Y (Of X),
    Instruction Add Y (Constant 1),
    Instruction Mul Z (Of Y),
    Instruction Mul Y (Constant 0),
    Instruction Add Y (Of W),
    Instruction Add Y (Constant extra),
    Instruction Mul Y (Of X),
    Instruction Add Z (Of Y)
  ]

-- | Is a program made of fourteen blocks, each of which pushes a digit, or pops one that is there?
isBlocks :: Program -> Bool
isBlocks (Program codes) = U.length codes == 14 * size && go 0 (0 :: Int)
  where
    size = U.length anyBlock
    go at height
      | height < 0 = False
      | at == U.length codes = True
      | not (matches 0) || extra < 0 || extra > 16 = False
      | divisor == 1 && guess >= 10 = go (at + size) (height + 1)
      | divisor == 26 = go (at + size) (height - 1)
      | otherwise = False
      where
        line' n = U.unsafeIndex codes (at + n)
        divisor = line' 4 `shiftR` 8
        guess = line' 5 `shiftR` 8
        extra = line' 15 `shiftR` 8
        matches n = n == size || (line' n `xor` U.unsafeIndex anyBlock n) .&. U.unsafeIndex fixed n == 0 && matches (n + 1)

anyBlock :: U.Vector Int
anyBlock = U.fromList (map encode (block 0 0 0))

-- | The bits of each instruction in which blocks don't differ.
fixed :: U.Vector Int
fixed = U.fromList (zipWith bits (block 0 0 0) (block 1 1 1))
  where
    bits one other = if one == other then -1 else 255

-- * Reading

parse :: Text -> Either InvalidInput Program
parse text
  | U.length codes == count = Right (Program codes)
  | otherwise =
    Left . InvalidInput (U.length codes + 1) $
      "expected inp and a variable, or add, mul, div, mod or eql, a variable,"
        <> " and a variable or a number of at most nine digits"
  where
    count = B.count '\n' text + 1
    codes = U.unfoldrN count (instructionAt text) 0

-- | The instruction in the line that begins at a place, and where the next one begins.
instructionAt :: Text -> Int -> Maybe (Int, Int)
instructionAt text start = case char 0 of
  'i' | char 1 == 'n' && char 2 == 'p' -> operation Inp
  'a' | char 1 == 'd' && char 2 == 'd' -> operation Add
  'm' | char 1 == 'u' && char 2 == 'l' -> operation Mul
  'm' | char 1 == 'o' && char 2 == 'd' -> operation Mod
  'd' | char 1 == 'i' && char 2 == 'v' -> operation Div
  'e' | char 1 == 'q' && char 2 == 'l' -> operation Eql
  _ -> Nothing
  where
    operation name
      | char 3 /= ' ' || not (isRegister (char 4)) = Nothing
      | name == Inp = ends 5 (constant 0)
      | char 5 /= ' ' = Nothing
      | isRegister (char 6) = ends 7 (otherRegister (register (char 6)))
      | char 6 == '-' = digits 7 7 0
      | otherwise = digits 6 6 0
      where
        digits from at n
          | isDigit (char at) = if more > 999999999 then Nothing else digits from (at + 1) more
          | at > from = ends at (constant (if from == 7 then -n else n))
          | otherwise = Nothing
          where
            more = 10 * n + fromEnum (char at) - fromEnum '0'
        ends at operand
          | char at == '\n' = Just (coded name (register (char 4)) operand, start + at + 1)
          | otherwise = Nothing
    isRegister name = name >= 'w' && name <= 'z'
    register name = fromEnum name - fromEnum 'w'
    -- There is a line's end after the last line, too.
    char at
      | start + at < B.length text = toEnum (fromIntegral (B.unsafeIndex text (start + at)))
      | otherwise = '\n'
{-# INLINE instructionAt #-}
