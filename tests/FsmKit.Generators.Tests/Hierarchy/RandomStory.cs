namespace FsmKit.Generators.Tests;

/// <summary>Input of a random machine: the same for the generated machine and for the interpreter.</summary>
public static class RandomStory
{
    /// <summary>Step of the time, in milliseconds.</summary>
    public const int Tick = 10;

    private const int Steps = 100;

    /// <summary>The story of a machine, by the seed of its compilation and its number in it.</summary>
    public static IReadOnlyList<RandomStoryStep> Of(int seed, int number)
    {
        var dice = new Random((seed * 20_011) + number);
        return [.. Enumerable.Range(0, Steps).Select(_ => new RandomStoryStep(dice.Next(-1, RandomMachine.Events), dice.Next(8), dice.Next(5) == 0))];
    }
}

/// <summary>An event with its value, or -1: a tick; afterwards the gobj may be restored from its snapshot.</summary>
public readonly record struct RandomStoryStep(int Event, int Value, bool Restores);
