namespace FsmKit.Hosting.Tests;

/// <summary>A service.</summary>
public interface IStock
{
    int Goods { get; }
}

/// <summary>The service of the tests.</summary>
public sealed class Stock : IStock
{
    public int Goods => 7;
}

public readonly record struct EvSell(int Count);

public readonly record struct EvFail;

public readonly record struct EvClose;

public readonly record struct EvClosed;

/// <summary>Has a constructor with a service, and a child that has one too.</summary>
[GClass]
[Input<EvSell>, Input<EvFail>, Input<EvClose>]
[Output<EvClosed>(Optional = true)]
public sealed partial class Shop(IStock stock) : GObj
{
    /// <summary>Largest number that is sold at once.</summary>
    [Parameter(Validate = nameof(IsPositive), Reload = true)]
    public partial int Limit { get; set; } = 10;

    /// <summary>Street of the shop.</summary>
    [Parameter]
    public partial string Street { get; set; } = "";

    /// <summary>Towns that the shop sends to.</summary>
    [Parameter]
    public partial string[] Towns { get; set; } = [];

    public int Sold { get; private set; }

    public int Goods => stock.Goods - Sold;

    public Counter? Counter { get; private set; }

    private enum State : byte
    {
        [On<EvSell>(nameof(AcSell)), On<EvFail>(nameof(AcFail)), On<EvClose>(nameof(AcClose), Next = Closed)]
        Open,

        [On<EvSell>(nameof(AcSell), Next = Open), Refuse]
        Closed,
    }

    protected override void StartUp() => Counter = this.CreateInjected<Counter>("counter");

    private static bool IsPositive(int value) => value > 0;

    private static void AcFail() => throw new InvalidOperationException("on purpose");

    private void AcSell(in EvSell e) => Sold += e.Count;

    private void AcClose() => Publish(new EvClosed());
}

/// <summary>A child with a service.</summary>
[GClass]
public sealed partial class Counter(IStock stock) : GObj
{
    public int Goods => stock.Goods;

    private enum State : byte
    {
        Idle,
    }
}

/// <summary>Has a constructor without parameters.</summary>
[GClass]
public sealed partial class Plain : GObj
{
    /// <summary>Any text.</summary>
    [Parameter]
    public partial string Text { get; set; } = "";

    private enum State : byte
    {
        Idle,
    }
}

/// <summary>Notes when it begins and ends.</summary>
[GClass]
public sealed partial class Noting(Notes notes) : GObj, IDrain
{
    private enum State : byte
    {
        Idle,
    }

    public Task DrainAsync(CancellationToken cancellation)
    {
        notes.Add($"drain {Path} on {Thread.CurrentThread.Name}");
        return Task.CompletedTask;
    }

    protected override void StartUp() => notes.Add($"start {Path} on {Thread.CurrentThread.Name}");

    protected override void GoOut() => notes.Add($"end {Name} on {Thread.CurrentThread.Name}");
}

/// <summary>Notes of events, in order.</summary>
public sealed class Notes
{
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_notes)
            {
                return [.. _notes];
            }
        }
    }

    public void Add(string note)
    {
        lock (_notes)
        {
            _notes.Add(note);
        }
    }
}
