using System.Diagnostics;
using static FsmKit.Http.ExchangeHolder;
using static FsmKit.Http.ExchangePhase;

namespace FsmKit.Http;

/// <summary>The life of a request as a table: its phase, the holder of its objects, and the consequences of the pair.</summary>
/// <remarks>
/// In the form of <see cref="ConnectionStates"/>, and by the same two rules. Every move of an exchange goes through <see cref="Does"/>.
/// Whether it may be reused, read or answered is a function of the pair, and is stored nowhere else. Moves on the loop only; other threads
/// may read it.
/// </remarks>
internal struct ExchangeStates
{
    private const ExchangePhase Nowhere = (ExchangePhase)byte.MaxValue;
    private const ExchangeHolder NoHolder = (ExchangeHolder)byte.MaxValue;

    private const byte NoRow = byte.MaxValue;
    private const int Pairs = 64;

    // Five moves per request: each is one look-up of a precomputed result of PhaseAfter and HolderAfter.
    private static readonly byte[] Rows = MakeRows();
    private static readonly ulong Counted = MakeCounted();

    private byte _pair;

    private ExchangeStates(int pair) => _pair = (byte)pair;

    /// <summary>The phase of the request.</summary>
    public readonly ExchangePhase Phase => (ExchangePhase)(_pair & 7);

    /// <summary>The holder of its objects.</summary>
    public readonly ExchangeHolder Holder => (ExchangeHolder)(_pair >> 3);

    /// <summary>Whether the exchange can serve another request of any channel.</summary>
    public readonly bool CanRecycle => _pair == 0;

    /// <summary>Whether the end of the request is not reported to the log and the meters yet.</summary>
    public readonly bool IsOpen => Phase is Reading or Told or Switched or Answered;

    /// <summary>Whether the application has the request, and the channel waits for its answer or its handler.</summary>
    public readonly bool IsInService => Phase is Told or Switched or Answered;

    /// <summary>
    /// Whether the request counts against <see cref="GHttpServer.MaximumSimultaneousRequests"/>: a handler runs, or its answer is missing.
    /// </summary>
    public readonly bool IsCounted => Count != 0;

    /// <summary>1 for a request that counts, 0 for any other.</summary>
    public readonly int Count => (int)(Counted >> _pair) & 1;

    /// <summary>Whether the task of a handler is not complete.</summary>
    public readonly bool IsHandlerRunning => Holder is Starting or Running or Aside;

    /// <summary>Whether the application may read the request: it is in progress, or a running handler may not know of its end yet.</summary>
    public readonly bool IsReadable => Phase is not (Free or Done or Gone) || IsHandlerRunning;

    /// <summary>Whether nothing more can be written: the response is complete, or its client gone.</summary>
    public readonly bool IsOver => Phase is not (Reading or Told or Switched);

    /// <summary>Whether one more answer is a mistake of the application. After <see cref="Gone"/> an answer is no mistake.</summary>
    public readonly bool IsAnswered => Phase is Free or Answered or Skipping or Done;

    /// <summary>Whether the application has kept the objects and may let go of them.</summary>
    public readonly bool MayRelease => May(ExchangeSignal.Release);

    /// <summary>Whether a part of the body is on its way to a file, and nothing is read meanwhile.</summary>
    public readonly bool IsSpilling => Holder == Disk;

    /// <summary>Returns whether the table has a move for the signal.</summary>
    public readonly bool May(ExchangeSignal signal) => Rows[((int)signal * Pairs) + _pair] != NoRow;

    /// <summary>Moves phase and holder.</summary>
    /// <exception cref="InvalidOperationException">The pair has no row for the signal: a mistake of this library.</exception>
    public void Does(ExchangeSignal signal)
    {
        var next = Rows[((int)signal * Pairs) + _pair];
        if (next == NoRow)
        {
            throw Mistake(signal);
        }

        _pair = next;
        Debug.Assert(!IsSpilling || Phase is Reading or Gone, "Only a body that is being collected goes to a file.");
        Debug.Assert(Phase != Skipping || !IsHandlerRunning, "The body of a request is skipped when its handler is back.");
    }

    private static byte[] MakeRows()
    {
        var rows = new byte[Enum.GetValues<ExchangeSignal>().Length * Pairs];
        for (var i = 0; i < rows.Length; i++)
        {
            var (states, signal) = (new ExchangeStates(i % Pairs), (ExchangeSignal)(i / Pairs));
            var (phase, holder) = (states.PhaseAfter(signal), states.HolderAfter(signal));

            // A detached exchange without a holder is free.
            phase = holder == None && phase is Done or Gone ? Free : phase;
            rows[i] = phase == Nowhere || holder == NoHolder ? NoRow : (byte)((int)phase | ((int)holder << 3));
        }

        return rows;
    }

    private static ulong MakeCounted()
    {
        var counted = 0UL;
        for (var i = 0; i < Pairs; i++)
        {
            var (phase, holder) = (new ExchangeStates(i).Phase, new ExchangeStates(i).Holder);
            counted |= holder is Starting or Running || (phase is Told or Answered && holder is OnStack or Kept) ? 1UL << i : 0;
        }

        return counted;
    }

    private readonly InvalidOperationException Mistake(ExchangeSignal signal) => new($"No {signal} of an exchange that is {Phase} and held by {Holder}.");

    private readonly ExchangePhase PhaseAfter(ExchangeSignal signal) => (signal, Phase) switch
    {
        (ExchangeSignal.Read, Free) when Holder == None => Reading,
        (ExchangeSignal.Inspect or ExchangeSignal.Spill, Reading) when Holder == None => Reading,
        (ExchangeSignal.Tell, Reading) when Holder == None => Told,
        (ExchangeSignal.Answer, Told) => Answered,
        (ExchangeSignal.Switch, Told) => Switched,
        (ExchangeSignal.Skip, Answered) when !IsHandlerRunning => Skipping,
        (ExchangeSignal.Start, Told) => Phase,

        // The call has closed the connection: a later answer is no mistake and is dropped.
        (ExchangeSignal.Keep, Told or Gone) => Phase,
        (ExchangeSignal.Return or ExchangeSignal.Finish, _) => Phase,
        (ExchangeSignal.Release, Answered or Skipping or Done or Gone) => Phase,
        (ExchangeSignal.Spilled, Reading) => Phase,

        // An exchange kept by the application leaves the channel; one answered inside a running call stays.
        (ExchangeSignal.End, Told) => Holder == Kept ? Gone : Free,
        (ExchangeSignal.End, Answered or Skipping) => Holder == Kept ? Done : Free,
        (ExchangeSignal.GiveUp, Reading or Told or Switched) => Gone,
        (ExchangeSignal.GiveUp, Free or Answered or Skipping) => Done,
        _ => Nowhere,
    };

    private readonly ExchangeHolder HolderAfter(ExchangeSignal signal) => (signal, Holder) switch
    {
        (ExchangeSignal.Inspect or ExchangeSignal.Tell, None) => OnStack,
        (ExchangeSignal.Start, OnStack) => Starting,
        (ExchangeSignal.Return, OnStack) => None,
        (ExchangeSignal.Return, Starting) => Running,
        (ExchangeSignal.Keep, OnStack) => Kept,
        (ExchangeSignal.Release, Kept) => None,
        (ExchangeSignal.Finish, Starting) => OnStack,
        (ExchangeSignal.Finish, Running or Aside) => None,
        (ExchangeSignal.Switch, Running) => Aside,
        (ExchangeSignal.Switch, None or Kept) => Holder,
        (ExchangeSignal.Spill, None) => Disk,
        (ExchangeSignal.Spilled, Disk) => None,
        (ExchangeSignal.End, not (Starting or Running or Aside or Disk)) => Holder,
        (ExchangeSignal.Read or ExchangeSignal.Answer or ExchangeSignal.Skip or ExchangeSignal.GiveUp, _) => Holder,
        _ => NoHolder,
    };
}
