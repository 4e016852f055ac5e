namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Carries messages from one node to another; some are lost, and some come late.</summary>
[GClass]
[Input<EvRequestVote>, Input<EvVote>, Input<EvAppend>, Input<EvAppended>, Input<EvDeliver>]
public sealed partial class Link : GObj
{
    private readonly Queue<Action> _delayed = [];

    /// <summary>Where the messages go.</summary>
    public Node Target { get; set; } = null!;

    /// <summary>Decides what becomes of a message.</summary>
    public Weather Weather { get; set; } = null!;

    private enum State
    {
        [On<EvRequestVote>(nameof(AcCarry)), On<EvVote>(nameof(AcCarry)), On<EvAppend>(nameof(AcCarry)), On<EvAppended>(nameof(AcCarry))]
        [On<EvDeliver>(nameof(AcDeliver))]
        Open,
    }

    private void AcCarry(in EvRequestVote e) => Carry(Target, e);

    private void AcCarry(in EvVote e) => Carry(Target, e);

    private void AcCarry(in EvAppend e) => Carry(Target, e);

    private void AcCarry(in EvAppended e) => Carry(Target, e);

    private void Carry<TEvent>(IAccept<TEvent> target, TEvent e)
        where TEvent : struct
    {
        if (Weather.Loses())
        {
            return;
        }

        if (Weather.Delays() is { } delay)
        {
            _delayed.Enqueue(() => Post(target, in e));
            StartTimer(delay, new EvDeliver());
            return;
        }

        Post(target, in e);
    }

    private void AcDeliver()
    {
        while (_delayed.TryDequeue(out var deliver))
        {
            deliver();
        }
    }
}
