using VendingSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Values of random events.</summary>
public sealed class ValueTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    private sealed record Part(int Number, Colour Colour, string Name, string? Note);

    private readonly record struct Whole(Part Part, IReadOnlyList<Part> Parts, int? Count, TimeSpan Time, Guid Id, GObj? Sender, byte[] Bytes, List<bool> Flags);

    private sealed record Chain(int Number, Chain? Next, Chain[] Others);

    [Fact]
    public void A_type_is_made_of_its_parts()
    {
        var all = Made<Whole>();
        Assert.Equal([Colour.Red, Colour.Green], all.Select(static one => one.Part.Colour).Distinct().Order());
        Assert.Contains(all, static one => one.Part.Number == int.MaxValue);
        Assert.Contains(all, static one => one.Part.Number < 0);
        Assert.All(all, static one => Assert.NotNull(one.Part.Name));
        Assert.Contains(all, static one => one.Part.Note is null);
        Assert.Contains(all, static one => one.Part.Note is { Length: > 0 });
        Assert.Contains(all, static one => one.Count is null);
        Assert.Contains(all, static one => one.Count > 0);
        Assert.Contains(all, static one => one.Parts.Count == 4);
        Assert.Contains(all, static one => one.Sender is null);
        Assert.Contains(all, static one => one.Sender?.Name == "it");
        Assert.Contains(all, static one => one.Id != Guid.Empty);
        Assert.True(all.Max(static one => one.Bytes.Length) == 4 && all.Any(static one => one.Flags.Count == 0));
    }

    [Fact]
    public void A_type_that_holds_itself_comes_to_an_end() => Assert.Contains(Made<Chain>(), static one => one.Next?.Others is [_, ..]);

    [Fact]
    public void The_first_choices_are_the_plainest_values()
    {
        var world = new List<EvCoin>();
        Explore.Replay("1:", world => Use(world, dice => Assert.Equal((new EvCoin(0), ""), (dice.Any<EvCoin>(), dice.Any<string>()))));
        Assert.Empty(world);
    }

    [Fact]
    public void A_type_of_which_nothing_can_be_made_is_told_when_the_test_begins()
    {
        var x = Assert.Throws<NotSupportedException>(static () => MachineTest.Run<Caller>());
        Assert.Equal("No value of Action can be made by its type: say how, as in options.Generate<Action>(dice => ...).", x.Message);
        var calls = 0;
        MachineTest.Run(new MachineTestOptions<Caller>().Generate<Action>(_ => () => calls++)).Coverage.AssertRows();
        Assert.True(calls > 0);
    }

    private static List<T> Made<T>()
    {
        var all = new List<T>();
        Explore.Run(world => Use(world, dice => all.Add(dice.Any<T>())), new ExploreOptions { Schedules = 2_000 });
        return all;
    }

    private static void Use(World world, Action<EventDice> use)
    {
        world.Loop("test").Create<Motor>("it");
        use(new EventDice(world, new FsmKit.Testing.Models.Values(new Dictionary<Type, Func<EventDice, object?>>())));
    }
}
