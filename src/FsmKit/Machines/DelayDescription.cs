namespace FsmKit;

/// <summary>The length of a timeout: a fixed time, or the member of the gclass that tells it each time the timeout is armed.</summary>
public sealed record DelayDescription
{
    /// <summary>A fixed length.</summary>
    /// <param name="milliseconds">Length in milliseconds.</param>
    public DelayDescription(int milliseconds) => Fixed = TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>A length that a member tells.</summary>
    /// <param name="member">The member's name.</param>
    public DelayDescription(string member) => Member = member;

    /// <summary>The length; null when <see cref="Member"/> tells it.</summary>
    public TimeSpan? Fixed { get; }

    /// <summary>The name of the member that tells the length; null when it is <see cref="Fixed"/>.</summary>
    public string? Member { get; }
}
