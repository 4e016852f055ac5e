using FsmKit;
using FsmKit.Testing;

namespace CommitSample;

/// <summary>Does its part of the transaction, or does not: as the coordinator decides.</summary>
[GClass]
[Input<EvPrepare>, Input<EvCommit>, Input<EvRollBack>]
public sealed partial class Participant : GObj
{
    /// <summary>Its number, from 0.</summary>
    [Parameter]
    public partial int Number { get; set; }

    /// <summary>Whether it can commit.</summary>
    [Parameter]
    public partial bool Agrees { get; set; } = true;

    /// <summary>The process of the coordinator, which is another one after each crash.</summary>
    public WorldNode Coordinator { get; set; } = null!;

    /// <summary>Carries what the participant says.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Whether it has committed.</summary>
    public bool HasCommitted => CurrentState == State.Committed;

    /// <summary>Whether it has rolled back.</summary>
    public bool HasRolledBack => CurrentState == State.RolledBack;

    private enum State : byte
    {
        /// <summary>Nothing has been asked. Without its vote nobody can have decided to commit.</summary>
        [On<EvPrepare>(nameof(AcSayYes), Next = Prepared, When = nameof(CanCommit))]
        [On<EvPrepare>(nameof(AcSayNo), Next = RolledBack)]
        [On<EvRollBack>(nameof(AcDone), Next = RolledBack)]
        [Refuse<EvCommit>]
        Working,

        /// <summary>It has said yes, and is bound to that until it hears what was decided.</summary>
        [Hot]
        [On<EvPrepare>(nameof(AcSayYes))]
        [On<EvCommit>(nameof(AcDone), Next = Committed)]
        [On<EvRollBack>(nameof(AcDone), Next = RolledBack)]
        Prepared,

        /// <summary>Its part is done. A question that comes late, or once more, has had its answer.</summary>
        [On<EvCommit>(nameof(AcDone))]
        [Ignore<EvPrepare>, Refuse<EvRollBack>]
        Committed,

        /// <summary>Its part is undone.</summary>
        [On<EvRollBack>(nameof(AcDone))]
        [On<EvPrepare>(nameof(AcSayNo)), Refuse<EvCommit>]
        RolledBack,
    }

    private bool CanCommit() => Agrees;

    private void AcSayYes() => Tell(new EvVote(Number, IsYes: true));

    private void AcSayNo() => Tell(new EvVote(Number, IsYes: false));

    private void AcDone() => Tell(new EvDone(Number));

    /// <summary>A process that does not run hears nothing.</summary>
    private void Tell<TEvent>(TEvent e)
        where TEvent : struct
    {
        if (Coordinator.Loop?.Children.OfType<Coordinator>().FirstOrDefault() is IAccept<TEvent> coordinator)
        {
            Link.Post(coordinator, in e, this);
        }
    }
}
