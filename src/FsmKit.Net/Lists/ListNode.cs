namespace FsmKit.Net;

/// <summary>Base of an item of a <see cref="NodeList{T}"/>. An item is in one list at most.</summary>
/// <typeparam name="T">Type of the item itself.</typeparam>
internal abstract class ListNode<T>
    where T : ListNode<T>
{
    /// <summary>The list that holds the item; null when none does.</summary>
    public NodeList<T>? List { get; internal set; }

    public T? Previous { get; internal set; }

    public T? Next { get; internal set; }
}
