using System.Globalization;
using FsmKit.CodeFixes.Editing;
using FsmKit.Generators;
using FsmKit.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FsmKit.CodeFixes.Refactorings.Switching;

/// <summary>Reads a class as a machine, if it can become a gclass without a decision of the author.</summary>
internal static class SwitchMachineReader
{
    /// <summary>Generated members that the new code names.</summary>
    private static readonly string[] Added = [KnownNames.CurrentState, KnownNames.ChangeState];

    public static SwitchMachine? Read(FixSubject subject, ClassDeclarationSyntax declaration)
    {
        if (declaration.Parent is TypeDeclarationSyntax || subject.Model.GetDeclaredSymbol(declaration, subject.Cancellation) is not { } type || !CanBeGClass(subject, type)
            || StateField(type) is not { } field || field.DeclaringSyntaxReferences[0].GetSyntax(subject.Cancellation) is not VariableDeclaratorSyntax declarator
            || declarator.Parent?.Parent is not FieldDeclarationSyntax { Declaration.Variables.Count: 1 } written
            || field.Type.DeclaringSyntaxReferences[0].GetSyntax(subject.Cancellation) is not EnumDeclarationSyntax table || StartOf(subject, field, declarator) is not { } start)
        {
            return null;
        }

        var names = new NamesOfClass(subject, type, declaration);
        var uses = names.UsesOf(field);
        var methods = new List<SwitchMethod>();
        foreach (var method in declaration.Members.OfType<MethodDeclarationSyntax>())
        {
            if (SwitchOver(method, uses) is { } over)
            {
                if (SwitchMethodReader.Read(names, method, over, field, uses) is not { } read)
                {
                    return null;
                }

                methods.Add(read);
            }
        }

        var known = methods.Select(static method => method.Declaration.Body!).ToList();
        return methods.Count > 0 && uses.All(use => !NamesOfClass.IsWritten(use) || (IsAssigned(use) && known.Exists(body => body.Span.Contains(use.Span))))
            ? new SwitchMachine(subject, declaration, table, written, start, uses, methods)
            : null;
    }

    /// <summary>Returns the switch that is the only statement of a method; null without one.</summary>
    private static SwitchStatementSyntax? SwitchOver(MethodDeclarationSyntax method, IReadOnlyList<ExpressionSyntax> uses) =>
        method.Body is { Statements: { Count: 1 } statements } && statements[0] is SwitchStatementSyntax over && uses.Contains(over.Expression) ? over : null;

    private static bool CanBeGClass(FixSubject subject, INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, IsRecord: false, IsGenericType: false, BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.Length: 1 }
        && type.InstanceConstructors.All(static constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
        && subject.Model.Compilation.GetTypeByMetadataName(KnownNames.GObjMetadata) is { } gobj
        && !type.GetMembers().Any(member => member.CanBeReferencedByName && !member.IsOverride && (Added.Contains(member.Name) || IsTaken(gobj, member.Name)))
        && !type.IsBase(subject.Model.Compilation, subject.Cancellation);

    private static bool IsTaken(INamedTypeSymbol gobj, string name) =>
        gobj.GetMembers(name).Any(static member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);

    /// <summary>Returns the only field with an enum of the class that can become the table; null without one.</summary>
    private static IFieldSymbol? StateField(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.Type is { TypeKind: TypeKind.Enum } of && SymbolEqualityComparer.Default.Equals(of.ContainingType, type)).ToList();
        return fields.Count == 1 && fields[0] is { IsStatic: false, IsReadOnly: false, DeclaredAccessibility: Accessibility.Private, Type: { } states }
            && (states.Name == KnownNames.StateEnum || (states.DeclaredAccessibility == Accessibility.Private && type.GetTypeMembers(KnownNames.StateEnum).IsEmpty))
            && states.GetMembers().OfType<IFieldSymbol>().Select(static member => member.ConstantValue).Distinct().Count() == states.GetMembers().OfType<IFieldSymbol>().Count()
            ? fields[0]
            : null;
    }

    private static IFieldSymbol? StartOf(FixSubject subject, IFieldSymbol field, VariableDeclaratorSyntax declarator)
    {
        var value = declarator.Initializer is { } initializer ? subject.Model.GetConstantValue(initializer.Value, subject.Cancellation).Value : null;
        var members = field.Type.GetMembers().OfType<IFieldSymbol>();
        return declarator.Initializer is null ? members.FirstOrDefault(static member => Convert.ToDecimal(member.ConstantValue, CultureInfo.InvariantCulture) == 0) : members.FirstOrDefault(member => Equals(member.ConstantValue, value));
    }

    private static bool IsAssigned(ExpressionSyntax use) => use.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression);
}
