using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>The thread pool of a world: its tasks wait until the schedule takes one of them.</summary>
internal sealed class WorldPool : TaskScheduler
{
    private readonly List<Task> _waiting = [];

    public bool HasWork => _waiting.Count > 0;

    /// <summary>Runs one of the tasks, as a thread without a loop does.</summary>
    public void RunOne(ChoiceRecord choices)
    {
        var at = choices.Value(_waiting.Count);
        var task = _waiting[at];
        _waiting.RemoveAt(at);
        TryExecuteTask(task);
    }

    protected override void QueueTask(Task task) => _waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;
}
