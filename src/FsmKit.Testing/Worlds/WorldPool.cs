using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Worlds;

/// <summary>Thread pool of a world. Its tasks wait until the schedule chooses one.</summary>
internal sealed class WorldPool : TaskScheduler
{
    private readonly List<Task> _waiting = [];

    public bool HasWork => _waiting.Count > 0;

    /// <summary>Runs one of the tasks, outside of any loop.</summary>
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
