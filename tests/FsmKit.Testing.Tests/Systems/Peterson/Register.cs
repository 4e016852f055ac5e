namespace FsmKit.Testing.Tests.Systems.Peterson;

/// <summary>Names the words of the memory.</summary>
public enum Register
{
    /// <summary>Is 1 while process 0 wants to be alone.</summary>
    Flag0,

    /// <summary>Is 1 while process 1 wants to be alone.</summary>
    Flag1,

    /// <summary>Has the number of the process that goes first when both want to.</summary>
    Turn,
}
