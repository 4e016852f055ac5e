namespace FsmKit;

/// <summary>The exception for an event that a gobj wants to get and that its gclass does not declare.</summary>
internal static class UndeclaredInput
{
    /// <summary>Makes the exception.</summary>
    /// <param name="gobj">Who wants the event.</param>
    /// <param name="asked">What could not be done, as <c>"its timeout could not be delivered"</c>.</param>
    /// <param name="action">A name for the action of a row, as an example.</param>
    public static GObjException Of<TEvent>(GObj gobj, string asked, string action)
        where TEvent : struct, allows ref struct
    {
        var name = typeof(TEvent).Name;
        return new($"{name} is no input event of {gobj}, so {asked}: declare it with [Input<{name}>] on {gobj.Machine.Name} and say what it does, as in [On<{name}>(nameof({action}))].");
    }
}
