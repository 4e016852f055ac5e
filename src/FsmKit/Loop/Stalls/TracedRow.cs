namespace FsmKit;

/// <summary>
/// Row that a traced gobj is in, so that a stall inside it is reported exactly. The allocation does not matter, because tracing allocates anyway.
/// </summary>
/// <param name="gobj">The gobj of the row.</param>
/// <param name="e">Name of the event.</param>
/// <param name="before">Nesting depth of control before the row.</param>
/// <param name="outer">The traced row around this one.</param>
internal sealed class TracedRow(GObj gobj, string e, int before, TracedRow? outer) : IHandOver
{
    public object? To => gobj;

    public string With => e;

    public int Before => before;

    public TracedRow? Outer => outer;
}
