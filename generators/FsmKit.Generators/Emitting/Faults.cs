namespace FsmKit.Generators.Emitting;

/// <summary>
/// What the steps of a transition do with an exception: it is kept until the transition is through. The first one then goes to the sender;
/// the others are in the log already.
/// </summary>
internal static class Faults
{
    /// <summary>The statement that begins a transition whose steps are kept.</summary>
    public const string Declaration = "global::System.Exception? fsmFault = null;";

    /// <summary>The statement that ends it: it throws what was kept.</summary>
    public const string Thrown = "global::FsmKit.GObj.EndTransition(fsmFault);";

    /// <summary>The same in a method that returns an outcome.</summary>
    public const string End = "return " + Thrown;

    /// <summary>The same of a row whose outcome is that of a forward.</summary>
    public const string EndForwarded = Thrown + " return " + Forwarded + ";";

    /// <summary>The variable for what has become of an event that was forwarded.</summary>
    public const string Forwarded = "fsmForwarded";

    /// <summary>The parameter of a method that has some of the steps.</summary>
    public const string Parameter = "ref global::System.Exception? fsmFault";

    /// <summary>The argument for <see cref="Parameter"/>.</summary>
    public const string Argument = "ref fsmFault";

    private const string Try = "try\n{\n    ";

    /// <summary>A step whose exception does not stop the others.</summary>
    public static string Kept(string statement) =>
        $"{Try}{statement}\n}}\ncatch (global::System.Exception fsmException) when (global::FsmKit.GObj.IsKept(fsmException))\n{{\n    base.KeepFault(ref fsmFault, fsmException);\n}}\n";

    /// <summary>Ends a block in which a row runs: who watches is shown the exception that leaves it.</summary>
    public static void EmitEndWatched(SourceWriter writer, string outcome)
    {
        writer.Close().Open("catch (global::System.Exception fsmException) when (base.TraceFault(traced, fsmException))").Line("throw;").Close();
        writer.Open("finally").Line($"base.EndTrace(traced, {outcome});").Close();
    }

    public static bool IsKept(string statement) => statement.StartsWith(Try, StringComparison.Ordinal);
}
