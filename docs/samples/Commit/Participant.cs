using FsmKit;
using FsmKit.Testing;

namespace CommitSample;

/// <summary>Commits or rolls back its part of the transaction, as the coordinator decides.</summary>
[GClass]
[Input<EvPrepare>, Input<EvCommit>, Input<EvRollBack>]
public sealed partial class Participant : GObj
{
    /// <summary>Number of the participant, from 0.</summary>
    [Parameter]
    public partial int Number { get; set; }

    /// <summary>Whether the participant can commit.</summary>
    [Parameter]
    public partial bool Agrees { get; set; } = true;

    /// <summary>The process of the coordinator, which is another one after each crash.</summary>
    public WorldNode Coordinator { get; set; } = null!;

    /// <summary>Carries messages of the participant.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>Whether the participant has committed.</summary>
    public bool HasCommitted => CurrentState == State.Committed;

    /// <summary>Whether the participant has rolled back.</summary>
    public bool HasRolledBack => CurrentState == State.RolledBack;

    private enum State : byte
    {
        /// <summary>No question has come. A commit is impossible without the vote of this participant.</summary>
        [On<EvPrepare>(nameof(AcSayYes), Next = Prepared, When = nameof(CanCommit))]
        [On<EvPrepare>(nameof(AcSayNo), Next = RolledBack)]
        [On<EvRollBack>(nameof(AcDone), Next = RolledBack)]
        [Refuse<EvCommit>]
        Working,

        /// <summary>The participant has said yes, and is bound to its vote until the decision comes.</summary>
        [Hot]
        [On<EvPrepare>(nameof(AcSayYes))]
        [On<EvCommit>(nameof(AcDone), Next = Committed)]
        [On<EvRollBack>(nameof(AcDone), Next = RolledBack)]
        Prepared,

        /// <summary>The part is committed. The answer to a late or repeated question has been sent already.</summary>
        [On<EvCommit>(nameof(AcDone))]
        [Ignore<EvPrepare>, Refuse<EvRollBack>]
        Committed,

        /// <summary>The part is rolled back.</summary>
        [On<EvRollBack>(nameof(AcDone))]
        [On<EvPrepare>(nameof(AcSayNo)), Refuse<EvCommit>]
        RolledBack,
    }

    private bool CanCommit() => Agrees;

    private void AcSayYes() => Tell(new EvVote(Number, IsYes: true));

    private void AcSayNo() => Tell(new EvVote(Number, IsYes: false));

    private void AcDone() => Tell(new EvDone(Number));

    /// <summary>Sends an event to the coordinator, unless its process is down.</summary>
    private void Tell<TEvent>(TEvent e)
        where TEvent : struct
    {
        if (Coordinator.Loop?.Children.OfType<Coordinator>().FirstOrDefault() is IAccept<TEvent> coordinator)
        {
            Link.Post(coordinator, in e, this);
        }
    }
}
