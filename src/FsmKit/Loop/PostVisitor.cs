namespace FsmKit;

/// <summary>Visits the entries of a mailbox in place: see <see cref="Mailbox.Show"/>.</summary>
internal abstract class PostVisitor
{
    /// <summary>Visits a waiting event.</summary>
    public abstract void See<TEvent>(object destination, GObj? source, ref TEvent e)
        where TEvent : struct;

    /// <summary>Visits a waiting callback.</summary>
    public abstract void See(PostedCallback callback);
}
