using FsmKit;
using FsmKit.Testing;

namespace ElectionSample;

/// <content>Messages to other members.</content>
public sealed partial class Member
{
    private void TellOthers<TEvent>(TEvent e)
        where TEvent : struct
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (i != Number - 1)
            {
                Tell(Nodes[i], e);
            }
        }
    }

    /// <summary>Sends an event to a member, unless its process is down.</summary>
    private void Tell<TEvent>(WorldNode node, TEvent e)
        where TEvent : struct
    {
        if (node.Loop?.Children.OfType<Member>().FirstOrDefault() is IAccept<TEvent> member)
        {
            Link.Post(member, in e, this);
        }
    }
}
