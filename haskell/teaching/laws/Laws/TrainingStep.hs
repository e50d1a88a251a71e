-- | A training step: what is seen is what no later event hides, and the lines of a trace may come in any order.
module Laws.TrainingStep (laws) where

import Data.Bifunctor (first)
import qualified Data.ByteString.Char8 as B
import Data.List (inits, nub, sortOn)
import Teaching.TrainingStep
import Test.Tasty (TestTree, testGroup)
import Test.Tasty.QuickCheck

laws :: TestTree
laws =
  testGroup
    "teaching/training-step"
    [ testProperty "an event is seen where none before it runs" $
        forAll frontToBack $ \events ->
          map seen (pictures events) === zipWith (\own before -> length (filter (`notElem` moments before) (moments [own]))) events (inits events),
      testProperty "what is seen adds up to what is covered" $
        forAll frontToBack $ \events -> sum (map seen (pictures events)) === sum [end - start | (start, end) <- runs (union events)],
      testProperty "runs are in order, and no two touch" $
        forAll frontToBack $ \events ->
          let found = runs (union events) in and (zipWith (\(_, end) (start, _) -> end < start) found (drop 1 found)),
      testProperty "an event behind itself is not seen" $
        forAll frontToBack $ \events -> forAll moment $ \long ->
          let put = behind (last (Picture 0 None : pictures events)) (-1, long) in seen (behind put (-1, long)) === 0,
      testProperty "a flow within a thread lengthens nothing" $
        forAll traces $ \given -> forAll moment $ \from -> forAll moment $ \long ->
          answers given === answers (given <> [B.pack ("flow 1 " <> written from <> " 1 " <> written (from + 1 + long))]),
      testProperty "lines may come in any order but for events that are alike" $
        forAll traces $ \given -> forAll (shuffle given) $ \other -> answers given === answers other
    ]
  where
    answers given = either (const Nothing) (\trace -> Just (part1 trace, part2 trace)) (parse (B.intercalate "\n" ("names 9" : given)))
    moments events = nub (concat [[start .. end - 1] | (start, end) <- events])

moment :: Gen Int
moment = choose (0, 12)

-- | In the order of later starts, and of shorter ones.
frontToBack :: Gen [(Int, Int)]
frontToBack = sortOn (first negate) <$> listOf ((\start long -> (start, start + long)) <$> moment <*> moment)

-- | Events with a name for each length, and flows.
traces :: Gen [B.ByteString]
traces = map B.pack <$> ((:) <$> event <*> listOf (oneof [event, flow]))
  where
    event = (\owner start long -> unwords [show owner, written start, written long, replicate (long + 1) 'x']) <$> thread <*> moment <*> moment
    flow = (\a from b long -> unwords ["flow", show a, written from, show b, written (from + 1 + long)]) <$> thread <*> moment <*> thread <*> moment
    thread = choose (1, 3 :: Int)

-- | Nanoseconds as microseconds.
written :: Int -> String
written time = "0.0" <> drop 1 (show (100 + time))
