using FsmKit;
using FsmKit.Testing;

namespace CommitSample;

/// <summary>Collects votes, decides, and repeats the decision until all have confirmed. The journal outlives crashes.</summary>
[GClass]
[Input<EvVote>, Input<EvDone>]
public sealed partial class Coordinator : GObj
{
    private readonly HashSet<int> _heard = [];
    private Record _last;

    /// <summary>Participants that have to agree.</summary>
    public IReadOnlyList<Participant> Participants { get; set; } = [];

    /// <summary>File that outlives the process. <see cref="Stream.Flush"/> makes its bytes safe from a crash.</summary>
    public Stream Journal { get; set; } = Stream.Null;

    /// <summary>Carries messages of the coordinator.</summary>
    public Link Link { get; set; } = null!;

    /// <summary>The bug: sends a decision before the disk has it.</summary>
    [Parameter]
    public partial bool IsHasty { get; set; }

    private enum State : byte
    {
        /// <summary>Begins a transaction, or continues the one that a crash has interrupted.</summary>
        [Always(Next = Telling, When = nameof(HasDecided))]
        [Always(nameof(AcRollBack), Next = Telling, When = nameof(HasBegun))]
        [Always(nameof(AcBegin), Next = Voting)]
        [Refuse]
        Starting,

        /// <summary>The participants vote. A missing vote counts as no after 200 ms.</summary>
        [Enter(nameof(AcPrepare))]
        [On<EvVote>(nameof(AcRollBack), Next = Telling, When = nameof(IsNo))]
        [On<EvVote>(nameof(AcHear))]
        [Always(nameof(AcCommit), Next = Telling, When = nameof(HaveAll))]
        [After(200, nameof(AcRollBack), Next = Telling)]
        [Ignore<EvDone>]
        Voting,

        /// <summary>The decision is made. It is sent again every 100 ms, until all participants have confirmed.</summary>
        [Enter(nameof(AcTell))]
        [On<EvDone>(nameof(AcHearDone))]
        [Always(Next = Over, When = nameof(HaveAll))]
        [After(100, Next = Telling)]
        [Ignore<EvVote>]
        Telling,

        /// <summary>All participants have confirmed.</summary>
        [Final]
        Over,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        for (var record = Journal.ReadByte(); record >= 0; record = Journal.ReadByte())
        {
            _last = (Record)record;
        }
    }

    private bool HasBegun() => _last == Record.Begun;

    private bool HasDecided() => _last is Record.Commit or Record.RollBack;

    private bool HaveAll() => _heard.Count == Participants.Count;

    private static bool IsNo(in EvVote e) => !e.IsYes;

    private void AcHear(in EvVote e) => _heard.Add(e.Participant);

    private void AcHearDone(in EvDone e) => _heard.Add(e.Participant);

    private void AcBegin() => Write(Record.Begun, isSafe: true);

    private void AcCommit() => Decide(Record.Commit);

    private void AcRollBack() => Decide(Record.RollBack);

    private void AcPrepare() => Participants.ToList().ForEach(participant => Link.Post(participant, new EvPrepare(), this));

    private void AcTell()
    {
        foreach (var participant in Participants.Where(participant => !_heard.Contains(participant.Number)))
        {
            if (_last == Record.Commit)
            {
                Link.Post(participant, new EvCommit(), this);
            }
            else
            {
                Link.Post(participant, new EvRollBack(), this);
            }
        }
    }

    private void Decide(Record decision)
    {
        Write(decision, isSafe: !IsHasty);
        _heard.Clear();
    }

    private void Write(Record record, bool isSafe)
    {
        Journal.WriteByte((byte)record);
        if (isSafe)
        {
            Journal.Flush();
        }

        _last = record;
    }
}
