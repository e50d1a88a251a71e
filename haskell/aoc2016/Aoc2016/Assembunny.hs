-- | The machine of days 12, 23 and 25: finite differences tell what a loop does.
--
-- What @jnz@ has tested is a list that only grows, and a loop keeps the list as it was when it last went round. Where two
-- rounds in a row have the same tests and the same difference of registers, all second differences are 0 until a number that is tested
-- comes to 0 or changes its sign, and the rounds up to there are one multiplication.
module Aoc2016.Assembunny
  ( Value (..),
    Instruction (..),
    Program,
    Registers (..),
    Machine (..),
    Run (..),
    programOf,
    start,
    run,
    result,
    toggled,
  )
where

import Control.Applicative ((<|>))
import Control.DeepSeq (NFData)
import Data.Foldable (asum)
import qualified Data.Vector as V
import GHC.Generics (Generic)
import Threefold.Contract
import Threefold.Reading

-- | Registers are numbered from 0.
data Value = Number !Int | Register !Int
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

data Instruction
  = Copy !Value !Value
  | Increment !Value
  | Decrement !Value
  | JumpIfNotZero !Value !Value
  | Toggle !Value
  | Out !Value
  deriving stock (Eq, Show, Generic)
  deriving anyclass (NFData)

type Program = V.Vector Instruction

data Registers = Registers !Int !Int !Int !Int
  deriving stock (Eq, Show)

-- | Where, what follows, and the number tested; or how many rounds are left out.
data Test = Test !Int !Int !Int | LeftOut !Int

-- | Where a loop ends; registers, tests and their number when it last went round; and how registers and tests had grown in the
-- round before.
data Loop = Loop !Int !Registers [Test] !Int !Registers !Int

data Machine = Machine
  { code :: !Program,
    at :: !Int,
    registers :: !Registers,
    steps :: !Int,
    tests :: [Test],
    count :: !Int,
    loops :: [Loop]
  }

-- | A number is put out by a machine that goes on, or nothing more.
data Run = Put !Int !Machine Run | End !Machine

-- | A program of the first so many kinds of instructions.
programOf :: Int -> String -> Text -> Either InvalidInput Program
programOf kinds wrong = linesUpTo 10000 wrong (asum (take kinds forms))
  where
    forms =
      [ Copy <$ tag "cpy " <*> value <* tag " " <*> register,
        Increment <$ tag "inc " <*> register,
        Decrement <$ tag "dec " <*> register,
        JumpIfNotZero <$ tag "jnz " <*> value <* tag " " <*> value,
        Toggle <$ tag "tgl " <*> value,
        Out <$ tag "out " <*> value
      ]
    value = register <|> Number <$> integer 999999
    register = asum [Register number <$ tag name | (number, name) <- zip [0 ..] ["a", "b", "c", "d"]]

start :: Registers -> Program -> Machine
start first program = Machine program 0 first 0 [] 0 []

run :: Machine -> Run
run machine@(Machine program place now done _ _ _) = case program V.!? place of
  Just instruction | done < most -> case instruction of
    Copy x (Register y) -> next (set y (get x) now)
    Increment (Register x) -> changed x 1
    Decrement (Register x) -> changed x (-1)
    JumpIfNotZero x y -> jump (get x) (if get x == 0 then place + 1 else place + get y)
    Toggle x -> run (forgetful {code = toggledAt (place + get x) program, at = place + 1})
    Out x -> let after = forgetful {at = place + 1} in Put (get x) after {at = place} (run after)
    _ -> next now
  _ -> End machine
  where
    get (Number number) = number
    get (Register register) = component register now
    counted = machine {steps = done + 1}
    forgetful = counted {tests = [], count = 0, loops = []}
    next then' = run counted {at = place + 1, registers = then'}
    changed register by
      | abs sum' > largest = End counted
      | otherwise = next (set register sum' now)
      where
        sum' = component register now + by
    jump number following
      | number /= 0 && following <= place = maybe (End counted) (\further -> run further {at = following}) (round' tested)
      | otherwise = run tested {at = following}
      where
        tested = counted {tests = Test place following number : tests machine, count = count machine + 1}

most, largest :: Int
most = 500000
largest = 999999999999999999

-- | A machine at the end of a loop's round, after as many more as are like the last two; nothing if they never end. Inner loops,
-- which come first, end where one around them goes round.
round' :: Machine -> Maybe Machine
round' machine@(Machine _ place now _ new size known) = case dropWhile (\(Loop inner _ _ _ _ _) -> inner < place) known of
  Loop same then' old size' before length' : outer
    | same == place -> maybe (Just further) allOf pairs
    where
      length'' = size - size'
      difference = combined (-) now then'
      further = kept outer now new size difference length''
      pairs = if length' == length'' && before == difference then alike length'' new old else Nothing
      allOf found = case [(abs number - 1) `quot` abs by | (number, by) <- found, signum number * signum by < 0] of
        [] -> Nothing
        limits -> skipped (minimum limits) found
      skipped rounds found
        | any (\(register, by) -> abs (toInteger register + toInteger rounds * toInteger by) > toInteger largest) (zip (list now) (list difference)) = Nothing
        | rounds == 0 = Just further
        | otherwise = Just (kept outer now' new' (size + length'' + 1) difference length'')
        where
          now' = combined (\register by -> register + rounds * by) now difference
          new' = zipWith (moved rounds) new found ++ LeftOut rounds : new
  outer -> Just (kept outer now new size (Registers 0 0 0 0) 0)
  where
    kept outer now' new' size' difference length' =
      machine {registers = now', tests = new', count = size', loops = Loop place now' new' size' difference length' : outer}
    moved rounds (Test p q number) (_, by) = Test p q (number + rounds * by)
    moved _ leftOut _ = leftOut

-- | So many numbers tested, and their differences, if both times all went the same ways.
alike :: Int -> [Test] -> [Test] -> Maybe [(Int, Int)]
alike size new old = sequenceA (take size (zipWith pair new old))
  where
    pair (Test p q x) (Test p' q' y) | p == p' && q == q' && (x == 0) == (y == 0) = Just (x, x - y)
    pair (LeftOut m) (LeftOut n) | m == n = Just (0, 0)
    pair _ _ = Nothing

combined :: (Int -> Int -> Int) -> Registers -> Registers -> Registers
combined f (Registers a b c d) (Registers a' b' c' d') = Registers (f a a') (f b b') (f c c') (f d d')

list :: Registers -> [Int]
list (Registers a b c d) = [a, b, c, d]

component :: Int -> Registers -> Int
component register (Registers a b c d) = case register of 0 -> a; 1 -> b; 2 -> c; _ -> d

set :: Int -> Int -> Registers -> Registers
set register number (Registers a b c d) = case register of
  0 -> Registers number b c d
  1 -> Registers a number c d
  2 -> Registers a b number d
  _ -> Registers a b c number

toggledAt :: Int -> Program -> Program
toggledAt place program = maybe program (\found -> program V.// [(place, toggled found)]) (program V.!? place)

toggled :: Instruction -> Instruction
toggled = \case
  Increment x -> Decrement x
  Decrement x -> Increment x
  Toggle x -> Increment x
  Out x -> Increment x
  JumpIfNotZero x y -> Copy x y
  Copy x y -> JumpIfNotZero x y

-- | What is in the first register when the program has ended?
result :: Registers -> Program -> Either NoAnswer Int
result first program = end (run (start first program))
  where
    end (Put _ _ more) = end more
    end (End machine)
      | at machine >= 0 && at machine < V.length program =
        Left (NoAnswer "no end of the program is in sight after 500000 steps")
      | otherwise = Right (component 0 (registers machine))
