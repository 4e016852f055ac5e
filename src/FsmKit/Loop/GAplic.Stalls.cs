using System.Runtime.CompilerServices;

namespace FsmKit;

/// <content>
/// Position of the loop, for the watcher of stalls on another thread. The stores are plain, because every delivered event passes here; the
/// watcher tolerates seeing a store late.
/// </content>
/// <remarks>
/// Control is passed on like on a stack. Giving control back only changes a number. A place that already holds the same object is not written again,
/// because storing a reference costs the garbage collector's write barrier.
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

    /// <summary>
    /// Number of times that one call of application code, or one turn of the loop with many calls, took at least
    /// <see cref="GAplicOptions.StallThreshold"/>. Counted only in <see cref="Run"/>. Thread-safe.
    /// </summary>
    public int Stalls => Watch.Stalls;

    /// <summary>
    /// Duration of the longest call or turn that <see cref="Stalls"/> counts; zero if there was none. A call in progress counts too.
    /// Accurate to a quarter of <see cref="GAplicOptions.StallThreshold"/>. Thread-safe.
    /// </summary>
    public TimeSpan LongestStall => Watch.Longest;

    /// <summary>
    /// Number of posted events that wait; at most <see cref="GAplicOptions.PostCapacity"/>, plus events that are never refused, those of
    /// <see cref="GObj.PostAlways{TEvent}"/> and of restored snapshots. Thread-safe.
    /// </summary>
    public int PostedEvents => Mailbox.PostedEvents;

    /// <inheritdoc/>
    protected internal override IEnumerable<StatisticValue> Statistics =>
    [
        new("Stalls", Stalls),
        new("LongestStallMilliseconds", (long)LongestStall.TotalMilliseconds),
        new("PostedEvents", Mailbox.PostedEvents),
        new("PostedCallbacks", Mailbox.Callbacks),
    ];

    internal LoopWatch Watch { get; }

    /// <summary>Position of the loop, read from another thread.</summary>
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

    /// <summary>
    /// Nesting depth of control: the number of objects that have control, each from the one before; 0 while the loop itself has control.
    /// </summary>
    internal int Serving => _serving;

    /// <summary>Notes that control passes to application code: through the lane of a posted event, a subscription, a timer or a callback.</summary>
    /// <param name="to">The object that gets control.</param>
    /// <param name="within">Nesting depth before, the value of <see cref="Serving"/>.</param>
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

    /// <summary>
    /// Notes that code outside of any gobj runs until the scope is disposed. A warning of <see cref="GAplicOptions.StallThreshold"/> then
    /// names this code.
    /// </summary>
    /// <param name="callee">The delegate or object that the warning names.</param>
    /// <param name="with">The object that the code works on; its text follows the word "with" in the log.</param>
    /// <exception cref="GObjException">The calling thread is not the loop's.</exception>
    public CallScope EnterCall(object callee, object with)
    {
        ArgumentNullException.ThrowIfNull(callee);
        ArgumentNullException.ThrowIfNull(with);
        RequireLoopThread();
        return new CallScope(this, new ForeignCall(callee, with));
    }

    /// <summary>Announces an object to which the loop will pass control, each time with <see cref="HandOver()"/>.</summary>
    internal void Prepare(object to)
    {
        if (_places[0] != to)
        {
            Serve(to, within: 0);
        }
    }

    /// <summary>Notes that control passes from the loop to the object of <see cref="Prepare"/>.</summary>
    internal void HandOver()
    {
        _handOvers++;
        _serving = 1;
    }

    /// <summary>Notes that control passes to one element of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void HandOver(IHandOver[] several, int within, int at)
    {
        HandOver(several, within);
        _elements[Math.Min(within, Places.Length - 1)] = at;
    }

    /// <summary>Notes that control returns to the given nesting depth.</summary>
    internal void TakeBack(int within) => _serving = within;

    /// <summary>Notes that a traced gobj enters a row.</summary>
    internal void EnterRow(GObj gobj, string e) => HandOver(_row = new TracedRow(gobj, e, _serving, _row), _serving);

    /// <summary>Notes that a traced gobj leaves a row, also with an exception.</summary>
    internal void LeaveRow()
    {
        TakeBack(_row?.Before ?? 0);
        _row = _row?.Outer;
    }

    /// <summary>Clears the references to objects that no longer have control.</summary>
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

    /// <summary>Begins a turn: the loop looks for work or goes to sleep. No object has control then, not even after an exception.</summary>
    private void BeginTurn()
    {
        _turns++;
        _handOversBefore = _handOvers;
        _serving = 0;
        ForgetServed();
    }

    /// <summary>
    /// Returns the object at a nesting depth: the object itself, or the current element of an array. The watcher may combine an array with the index
    /// of another one.
    /// </summary>
    private object? Served(int place) =>
        _places[place] is IHandOver[] several ? several.ElementAtOrDefault(_elements[place]) : _places[place];

    // Deeper nesting shares the last place.
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
