namespace FsmKit;

/// <summary>Sees what waits in a mailbox, where it lies: see <see cref="Mailbox.Show"/>.</summary>
internal abstract class PostVisitor
{
    /// <summary>An event waits.</summary>
    public abstract void See<TEvent>(object destination, GObj? source, ref TEvent e)
        where TEvent : struct;

    /// <summary>A callback waits.</summary>
    public abstract void See(PostedCallback callback);
}
