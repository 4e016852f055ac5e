namespace FsmKit;

/// <summary>Length of a timeout: a fixed time, or a member of the gclass that is read each time the timeout is armed.</summary>
public sealed record DelayDescription
{
    /// <summary>Creates a fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds.</param>
    public DelayDescription(int milliseconds) => Fixed = TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Creates a length that is read from a member.</summary>
    /// <param name="member">Name of the member.</param>
    public DelayDescription(string member) => Member = member;

    /// <summary>Fixed length; null when <see cref="Member"/> gives the length.</summary>
    public TimeSpan? Fixed { get; }

    /// <summary>Name of the member that gives the length; null when the length is <see cref="Fixed"/>.</summary>
    public string? Member { get; }
}
