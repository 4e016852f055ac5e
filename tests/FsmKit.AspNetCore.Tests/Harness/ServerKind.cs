namespace FsmKit.AspNetCore.Tests;

/// <summary>The servers that a test runs an application on.</summary>
public enum ServerKind
{
    /// <summary>The server of ASP.NET Core, which the others are compared with.</summary>
    Kestrel,

    /// <summary>FsmKit with the application on the thread pool.</summary>
    Pool,

    /// <summary>FsmKit with the application on the loop.</summary>
    Loop,
}
