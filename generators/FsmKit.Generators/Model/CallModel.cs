namespace FsmKit.Generators.Model;

/// <summary>Parameters of an action or guard.</summary>
internal enum CallShape
{
    /// <summary>Nothing.</summary>
    Bare,

    /// <summary>The event.</summary>
    Event,

    /// <summary>The source and the event.</summary>
    SourceAndEvent,
}

/// <summary>Call of a method of the gclass by a row, or the forward of its event.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Shape">Its parameters.</param>
/// <param name="ByReference">Whether the method takes the event by <c>in</c>.</param>
/// <param name="On">
/// Expression before the dot, so that no local name hides the method: <c>this</c>, or the full name of its type when it is static.
/// </param>
/// <param name="NeverThrows">For a guard: whether it provably cannot throw.</param>
internal sealed record CallModel(string Name, CallShape Shape, bool ByReference, string On, bool NeverThrows = false)
{
    /// <summary>The forward, if the call is one; otherwise null.</summary>
    public ForwardModel? Forward { get; init; }

    /// <summary>The method with the expression before the dot.</summary>
    public string FullName => $"{On}.{Name}";

    public string Arguments => Shape switch
    {
        CallShape.Bare => "",
        CallShape.Event => Event,
        _ => "source!, " + Event,
    };

    private string Event => ByReference ? "in e" : "e";

    public override string ToString() => Forward is null ? $"{FullName}({Arguments})" : $"{Forward}";
}
