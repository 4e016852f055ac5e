namespace FsmKit.SnapshotJournal;

/// <summary>The events that a press gets, by number: each number is one event, the same in every process.</summary>
internal static class Steps
{
    /// <summary>Lets the event of a number happen.</summary>
    public static void Do(int number, Press press, GAplic app, ManualTime time)
    {
        switch (number % 11)
        {
            case 3 or 8:
                press.Send(new EvToggle());
                break;
            case 1 or 5 or 6 or 10:
                time.Pass(10, app);
                break;
            case 9:
                // The post waits in the loop until the next time that time passes.
                press.Post(new EvJob(number));
                break;
            default:
                press.Send(new EvJob(number));
                break;
        }
    }
}
