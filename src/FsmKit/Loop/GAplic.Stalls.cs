using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Where the loop is, for the watcher that looks from outside. These are plain stores, because every event that the loop delivers passes
/// here; the watcher copes with seeing one of them late.
/// </content>
/// <remarks>
/// Whoever has control has got it from the one before: they lie on a stack. Giving control back is a number, and a place that holds the
/// same as the last time is not written again, as the reference of an object costs the garbage collector's barrier.
/// </remarks>
public sealed partial class GAplic
{
    private Places _places;
    private Elements _elements;
    private int _serving;
    private int _placesUsed;
    private uint _handOvers;
    private uint _handOversBefore;
    private uint _turns;
    private TracedRow? _row;

    /// <summary>How often the loop was stalled for <see cref="GAplicOptions.StallThreshold"/>. Readable from any thread.</summary>
    public int Stalls => Watch.Stalls;

    /// <summary>The longest of its stalls; the one that is going on counts already. Exact to a quarter of the threshold.</summary>
    public TimeSpan LongestStall => Watch.Longest;

    /// <inheritdoc/>
    protected internal override IEnumerable<StatisticValue> Statistics =>
    [
        new("Stalls", Stalls),
        new("LongestStallMilliseconds", (long)LongestStall.TotalMilliseconds),
        new("PostedEvents", Mailbox.PostedEvents),
        new("PostedCallbacks", Mailbox.Callbacks),
    ];

    internal LoopWatch Watch { get; }

    /// <summary>Where the loop is. Called from another thread.</summary>
    internal LoopPosition Position
    {
        get
        {
            var handOver = Volatile.Read(ref _handOvers);
            var serving = Volatile.Read(ref _serving);
            return new LoopPosition(
                Volatile.Read(ref _turns), handOver, Volatile.Read(ref _handOversBefore),
                serving == 0 ? null : Served(Math.Min(serving, Places.Length) - 1));
        }
    }

    /// <summary>How many have control, each from the one before; 0 is the loop itself.</summary>
    internal int Serving => _serving;

    /// <summary>Control goes to code of the application: by a posted event's lane, a subscription, a timer, a callback.</summary>
    /// <param name="to">What it goes to.</param>
    /// <param name="within">How many have it already, which is <see cref="Serving"/> of before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void HandOver(object to, int within)
    {
        _handOvers++;
        if ((uint)within >= Places.Length || _places[within] != to)
        {
            Serve(to, within);
        }

        _serving = within + 1;
    }

    /// <summary>Says to the watcher of stalls that code outside of any gobj gets control, until the scope is disposed.</summary>
    /// <param name="callee">The delegate or object that a stall is blamed on.</param>
    /// <param name="with">What it works on; its text follows the word "with" in the log.</param>
    /// <exception cref="GObjException">The calling thread is not the loop's.</exception>
    public CallScope EnterCall(object callee, object with)
    {
        ArgumentNullException.ThrowIfNull(callee);
        ArgumentNullException.ThrowIfNull(with);
        RequireLoopThread();
        return new CallScope(this, new ForeignCall(callee, with));
    }

    /// <summary>Control will go from the loop to this, each time with <see cref="HandOver()"/>.</summary>
    internal void Prepare(object to)
    {
        if (_places[0] != to)
        {
            Serve(to, within: 0);
        }
    }

    /// <summary>Control goes from the loop to what was prepared.</summary>
    internal void HandOver()
    {
        _handOvers++;
        _serving = 1;
    }

    /// <summary>The same, to one of several.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void HandOver(IHandOver[] several, int within, int at)
    {
        HandOver(several, within);
        _elements[Math.Min(within, Places.Length - 1)] = at;
    }

    /// <summary>And comes back, to whoever had it before.</summary>
    internal void TakeBack(int within) => _serving = within;

    /// <summary>A traced gobj enters a row.</summary>
    internal void EnterRow(GObj gobj, string e) => HandOver(_row = new TracedRow(gobj, e, _serving, _row), _serving);

    /// <summary>And leaves it, also with an exception.</summary>
    internal void LeaveRow()
    {
        TakeBack(_row?.Before ?? 0);
        _row = _row?.Outer;
    }

    /// <summary>Forgets what had control and has it no more.</summary>
    internal void ForgetServed()
    {
        if (_placesUsed > _serving)
        {
            ((Span<object?>)_places)[_serving.._placesUsed].Clear();
            _placesUsed = _serving;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Serve(object to, int within)
    {
        var place = Math.Min(within, Places.Length - 1);
        _places[place] = to;
        _placesUsed = Math.Max(_placesUsed, place + 1);
    }

    /// <summary>The loop looks for something to do or to sleep on: nobody has control, also when somebody has left with an exception.</summary>
    private void BeginTurn()
    {
        _turns++;
        _handOversBefore = _handOvers;
        _serving = 0;
        ForgetServed();
    }

    /// <summary>One that has control: an object, or an element of an array. The watcher may see the one with the number of the other.</summary>
    private object? Served(int place) =>
        _places[place] is IHandOver[] several ? several.ElementAtOrDefault(_elements[place]) : _places[place];

    // More of them inside each other share the last place.
    [InlineArray(Length)]
    private struct Places
    {
        public const int Length = 64;
        private object? _first;
    }

    [InlineArray(Places.Length)]
    private struct Elements
    {
        private int _first;
    }
}
