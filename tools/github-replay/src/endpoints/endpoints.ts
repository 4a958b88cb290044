import type { OperationId } from "../operations.ts";
import type { Answer, Call } from "../server/answer.ts";
import {
  downloadArtifact,
  getArtifact,
  getRun,
  listArtifacts,
  listRunArtifacts,
} from "./actions.ts";
import { createCheckRun, listCheckRuns, updateCheckRun } from "./checks.ts";
import {
  createComment,
  deleteComment,
  getComment,
  listComments,
  updateComment,
} from "./comments.ts";
import { getContent } from "./contents.ts";
import { addLabels, createIssue, getIssue, listIssues, updateIssue } from "./issues.ts";
import { createLabel, getLabel, listLabels } from "./labels.ts";
import { createPull, updatePull } from "./edit-pulls.ts";
import { compareCommits, getPull, listPullFiles, listPulls, listPullsOfCommit } from "./pulls.ts";
import {
  createRelease,
  getAuthenticated,
  getCommit,
  getReleaseByTag,
  getRepository,
} from "./repository.ts";
import { getRef, listMatchingRefs } from "./references.ts";
import { createStatus, getCombinedStatus, listStatuses } from "./statuses.ts";

/** Who plays each operation. */
export const endpoints: Readonly<Record<OperationId, (call: Call) => Answer>> = {
  "actions/download-artifact": downloadArtifact,
  "actions/get-artifact": getArtifact,
  "actions/get-workflow-run": getRun,
  "actions/list-artifacts-for-repo": listArtifacts,
  "actions/list-workflow-run-artifacts": listRunArtifacts,
  "checks/create": createCheckRun,
  "checks/list-for-ref": listCheckRuns,
  "checks/update": updateCheckRun,
  "git/get-ref": getRef,
  "git/list-matching-refs": listMatchingRefs,
  "issues/add-labels": addLabels,
  "issues/create": createIssue,
  "issues/create-comment": createComment,
  "issues/create-label": createLabel,
  "issues/delete-comment": deleteComment,
  "issues/get": getIssue,
  "issues/get-comment": getComment,
  "issues/get-label": getLabel,
  "issues/list-comments": listComments,
  "issues/list-for-repo": listIssues,
  "issues/list-labels-for-repo": listLabels,
  "issues/update": updateIssue,
  "issues/update-comment": updateComment,
  "pulls/create": createPull,
  "pulls/get": getPull,
  "pulls/list": listPulls,
  "pulls/list-files": listPullFiles,
  "pulls/update": updatePull,
  "repos/compare-commits-with-basehead": compareCommits,
  "repos/create-commit-status": createStatus,
  "repos/create-release": createRelease,
  "repos/get": getRepository,
  "repos/get-combined-status-for-ref": getCombinedStatus,
  "repos/get-commit": getCommit,
  "repos/get-content": getContent,
  "repos/get-release-by-tag": getReleaseByTag,
  "repos/list-commit-statuses-for-ref": listStatuses,
  "repos/list-pull-requests-associated-with-commit": listPullsOfCommit,
  "users/get-authenticated": getAuthenticated,
};
