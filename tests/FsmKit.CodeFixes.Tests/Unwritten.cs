namespace FsmKit.CodeFixes.Tests;

/// <summary>What stands in a method that a fix has added.</summary>
internal static class Unwritten
{
    /// <summary>In two pieces: a search for unwritten code is not to find the tests.</summary>
    public const string Throw = "throw new NotImplemented" + "Exception();";
}
