namespace FsmKit;

/// <summary>Exception for an event that a gobj requests although its gclass does not declare it as an input.</summary>
internal static class UndeclaredInput
{
    /// <summary>Creates the exception.</summary>
    /// <param name="gobj">The gobj that requests the event.</param>
    /// <param name="asked">The failed operation, as in <c>"its timeout could not be delivered"</c>.</param>
    /// <param name="action">Example of an action name, for the advice in the message.</param>
    public static GObjException Of<TEvent>(GObj gobj, string asked, string action)
        where TEvent : struct, allows ref struct
    {
        var name = typeof(TEvent).Name;
        return new($"{name} is no input event of {gobj}, so {asked}: declare it with [Input<{name}>] on {gobj.Machine.Name} and say what it does, as in [On<{name}>(nameof({action}))].");
    }
}
