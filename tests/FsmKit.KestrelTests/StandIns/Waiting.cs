namespace Microsoft.AspNetCore.InternalTesting;

/// <summary>Limits of waiting.</summary>
public static class TestConstants
{
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(3);
}

/// <summary>Waits no longer than <see cref="TestConstants.DefaultTimeout"/>.</summary>
public static class TaskTimeouts
{
    public static Task DefaultTimeout(this Task task) => Checked(task).WaitAsync(TestConstants.DefaultTimeout);

    public static Task<T> DefaultTimeout<T>(this Task<T> task) => Checked(task).WaitAsync(TestConstants.DefaultTimeout);

    public static Task DefaultTimeout(this ValueTask task) => task.AsTask().DefaultTimeout();

    public static Task<T> DefaultTimeout<T>(this ValueTask<T> task) => task.AsTask().DefaultTimeout();

    public static Task TimeoutAfter(this Task task, TimeSpan timeout) => Checked(task).WaitAsync(timeout);

    public static Task<T> TimeoutAfter<T>(this Task<T> task, TimeSpan timeout) => Checked(task).WaitAsync(timeout);

    private static T Checked<T>(T task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task;
    }
}
