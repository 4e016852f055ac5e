namespace FsmKit.Generators.Emitting;

/// <summary>
/// Statements that keep exceptions until the end of a transition. The first exception then goes to the sender; the others are already in
/// the log.
/// </summary>
internal static class Faults
{
    /// <summary>Statement at the beginning of a transition that keeps exceptions.</summary>
    public const string Declaration = "global::System.Exception? fsmFault = null;";

    /// <summary>Statement at its end, which throws the kept exception.</summary>
    public const string Thrown = "global::FsmKit.GObj.EndTransition(fsmFault);";

    /// <summary>Statement at its end in a method that returns an outcome.</summary>
    public const string End = "return " + Thrown;

    /// <summary>Statement at its end for a row with the outcome of a forward.</summary>
    public const string EndForwarded = Thrown + " return " + Forwarded + ";";

    /// <summary>Variable for the outcome of a forwarded event.</summary>
    public const string Forwarded = "fsmForwarded";

    /// <summary>Parameter of a method with a part of the steps.</summary>
    public const string Parameter = "ref global::System.Exception? fsmFault";

    /// <summary>Argument for <see cref="Parameter"/>.</summary>
    public const string Argument = "ref fsmFault";

    private const string Try = "try\n{\n    ";

    /// <summary>Wraps a step so that its exception is kept and the next steps run.</summary>
    public static string Kept(string statement) =>
        $"{Try}{statement}\n}}\ncatch (global::System.Exception fsmException) when (global::FsmKit.GObj.IsKept(fsmException))\n{{\n    base.KeepFault(ref fsmFault, fsmException);\n}}\n";

    /// <summary>Ends a block in which a row runs, so that a trace sees the exception that leaves the block.</summary>
    public static void EmitEndWatched(SourceWriter writer, string outcome)
    {
        writer.Close().Open("catch (global::System.Exception fsmException) when (base.TraceFault(traced, fsmException))").Line("throw;").Close();
        writer.Open("finally").Line($"base.EndTrace(traced, {outcome});").Close();
    }

    public static bool IsKept(string statement) => statement.StartsWith(Try, StringComparison.Ordinal);
}
