namespace FsmKit;

/// <summary>The row that a traced gobj is in: tracing allocates anyway, so a stall inside it can be told exactly.</summary>
/// <param name="gobj">Whose row.</param>
/// <param name="e">The event's name.</param>
/// <param name="before">How many had control before.</param>
/// <param name="outer">The traced row around this one.</param>
internal sealed class TracedRow(GObj gobj, string e, int before, TracedRow? outer) : IHandOver
{
    public object? To => gobj;

    public string With => e;

    public int Before => before;

    public TracedRow? Outer => outer;
}
