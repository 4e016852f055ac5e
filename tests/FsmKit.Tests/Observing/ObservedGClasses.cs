using System.Diagnostics;
using Xunit;

namespace FsmKit.Tests.Observing;

/// <summary>Listeners hear all loops of the process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(ObservedAlone), DisableParallelization = true)]
public class ObservedAlone;

public readonly record struct EvOrder(int Number);

public readonly record struct EvPick(int Number);

public readonly record struct EvLater;

public readonly record struct EvRest;

public readonly record struct EvBreak;

public readonly record struct EvDone;

/// <summary>Queues events that come while an action runs.</summary>
[GClass(QueueCapacity = 2)]
[Input<EvOrder>, Input<EvLater>, Input<EvRest>, Input<EvBreak>, Input<EvDone>]
[Output<EvPick>]
public sealed partial class Clerk : GObj
{
    public Store? Store { get; set; }

    public Action<Clerk>? OnOrder { get; set; }

    private enum State : byte
    {
        [On<EvOrder>(nameof(AcOrder), Next = Serving), Defer<EvLater>, Ignore<EvRest>, On<EvBreak>(nameof(AcBreak)), Refuse] Idle,
        [On<EvDone>(Next = Idle), On<EvLater>(Next = Serving), Ignore<EvRest>, Refuse, After(1_000, Next = Idle)] Serving,
    }

    /// <summary>An event to itself, which waits until the action is through.</summary>
    public void Finish() => Send(this, new EvDone());

    public Outcome Pick(Store store, int number) => Send(store, new EvPick(number));

    public Outcome PostPick(Store store, int number) => Post(store, new EvPick(number));

    private void AcOrder(in EvOrder e)
    {
        OnOrder?.Invoke(this);
        Publish(new EvPick(e.Number));
    }

    private static void AcBreak() => throw new NotSupportedException("on purpose");
}

/// <summary>Handles events that come inside an action at once.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvPick>, Input<EvBreak>, Input<EvDone>]
public sealed partial class Store : GObj
{
    public Action<Store>? OnPick { get; set; }

    public Activity? Current { get; private set; }

    private enum State : byte
    {
        [On<EvPick>(nameof(AcPick), Next = Open), On<EvBreak>(nameof(AcBreak), Next = Open), Refuse] Shut,
        [On<EvPick>(nameof(AcPick)), On<EvBreak>(nameof(AcBreak)), Enter(nameof(In)), On<EvDone>(Next = Shut)] Open,
    }

    public bool EntryThrows { get; set; }

    /// <summary>A named timeout.</summary>
    public void Remind(int milliseconds) => StartTimer(TimeSpan.FromMilliseconds(milliseconds), new EvDone());

    private void AcPick()
    {
        Current = Activity.Current;
        OnPick?.Invoke(this);
    }

    private static void AcBreak() => throw new NotSupportedException("on purpose");

    private void In()
    {
        if (EntryThrows)
        {
            throw new InvalidOperationException("at the entry");
        }
    }
}

/// <summary>No action leads anywhere.</summary>
[GClass]
[Input<EvOrder>, Input<EvRest>]
public sealed partial class Tally : GObj
{
    public int Count { get; private set; }

    private enum State : byte
    {
        [On<EvOrder>(nameof(AcCount), Next = Odd, When = nameof(IsCounted)), Ignore<EvRest>] Even,
        [On<EvOrder>(nameof(AcCount), Next = Even), Ignore<EvRest>] Odd,
    }

    private static bool IsCounted(in EvOrder e) => 100 / e.Number < 100;

    private void AcCount() => Count++;
}
