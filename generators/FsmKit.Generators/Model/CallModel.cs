namespace FsmKit.Generators.Model;

/// <summary>What an action or guard is given.</summary>
internal enum CallShape
{
    /// <summary>Nothing.</summary>
    Bare,

    /// <summary>The event.</summary>
    Event,

    /// <summary>The source and the event.</summary>
    SourceAndEvent,
}

/// <summary>A method of the gclass that a row calls; or that it passes its event on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it is given.</param>
/// <param name="ByReference">Whether it takes the event by <c>in</c>.</param>
/// <param name="On">What it is called on, so that no name of the generated code can stand in its way: <c>this</c>, or the full name of its type when it is static.</param>
/// <param name="NeverThrows">Of a guard: whether it provably has nothing that can throw.</param>
internal sealed record CallModel(string Name, CallShape Shape, bool ByReference, string On, bool NeverThrows = false)
{
    /// <summary>What is passed on, when it is that and no method of the author's.</summary>
    public ForwardModel? Forward { get; init; }

    /// <summary>The method as generated code names it.</summary>
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
